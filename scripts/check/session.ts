import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RunningBrowser, RunOptions } from '../browser/running-browser.ts';
import { SetupError } from '../setup/index.mjs';
import { type Ask, createAsk } from './ask.ts';
import type { BrowserName } from './command.ts';
import { waitForSettledNetwork } from './settle.ts';

export interface Session {
  /**
   * Starts the browser with the extension in it and waits until both can be relied on. Who types the command
   * agrees to checks, and the extension is told so.
   */
  open(): Promise<Ask>;
  /** Ends the browser, also one that is still starting, and removes a temporary profile. */
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

/** Of one browser. Signals are the caller's. */
export function createSession(options: SessionOptions): Session {
  const keepsProfile = options.profile !== null;
  const profile = options.profile ?? mkdtempSync(path.join(os.tmpdir(), 'dozvon-check-'));
  let running: RunningBrowser | null = null;
  return {
    async open() {
      try {
        const run = await browsers[options.browser]();
        running = run({ ...options, profile, keepsProfile });
        const page = await running.page;
        await waitForSettledNetwork(page);
        const ask = createAsk(page);
        await ask('agree', { check: false });
        return ask;
      } catch (error) {
        throw new SetupError(
          `No check possible, the browser ${options.executablePath} with the extension did not start: ${firstLine(error)}`,
        );
      }
    },
    async close() {
      await running?.close();
      if (!keepsProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
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
