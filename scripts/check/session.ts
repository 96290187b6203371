import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { tidyUpOnInterrupt } from '../browser/interrupt.ts';
import type { RunningBrowser, RunOptions } from '../browser/running-browser.ts';
import { SetupError } from '../setup/index.mjs';
import type { BrowserName } from './arguments.ts';
import { type Ask, createAsk } from './ask.ts';
import { waitForSettledNetwork } from './settle.ts';

export interface Session {
  ask: Ask;
  /** Ends the browser and removes a temporary profile. */
  close(): Promise<void>;
}

export interface SessionOptions {
  browser: BrowserName;
  executablePath: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Null for a temporary one. */
  profile: string | null;
}

/** Starts the browser with the extension in it and waits until both can be relied on. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const run = await browsers[options.browser]();
  const profile = options.profile ?? (await mkdtemp(path.join(os.tmpdir(), 'dozvon-check-')));
  let running: RunningBrowser | null = null;
  const close = tidyUpOnInterrupt(async () => {
    await running?.close();
    if (options.profile === null) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    running = run({ ...options, profile, keepsProfile: options.profile !== null });
    const page = await running.page;
    await waitForSettledNetwork(page);
    return { ask: createAsk(page), close };
  } catch (error) {
    await close();
    throw new SetupError(
      `No check possible, the browser ${options.executablePath} with the extension did not start: ${firstLine(error)}`,
    );
  }
}

/** Playwright takes a third of a second to load, which Firefox need not wait for. */
const browsers: Record<BrowserName, () => Promise<(options: RunOptions) => RunningBrowser>> = {
  chromium: async () => (await import('../browser/chromium.ts')).runChromium,
  firefox: async () => (await import('../browser/firefox.ts')).runFirefox,
};

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const told = /Failed to create .*ProcessSingleton.*|profile appears to be in use.*/.exec(message);
  return told?.[0] ?? message.split('\n')[0] ?? message;
}
