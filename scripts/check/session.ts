import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { tidyUpOnInterrupt } from '../browser/interrupt.ts';
import { findWorker, launchBrowser } from '../browser/launch.ts';
import { launchKeptProfile } from '../browser/launch-kept-profile.ts';
import { SetupError } from '../setup/index.mjs';
import { type Ask, createAsk } from './ask.ts';
import { waitForSettledNetwork } from './settle.ts';

export interface Session {
  ask: Ask;
  /** Ends the browser and removes a temporary profile. */
  close(): Promise<void>;
}

export interface SessionOptions {
  executablePath: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Null for a temporary one. */
  profile: string | null;
}

/** Starts the browser with the extension in it and waits until both can be relied on. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const profile = options.profile ?? (await mkdtemp(path.join(os.tmpdir(), 'dozvon-check-')));
  const start = options.profile === null ? launchBrowser : launchKeptProfile;
  const launching = start({ ...options, profile, headless: true });
  const close = tidyUpOnInterrupt(async () => {
    await launching.then((context) => context.close()).catch(() => {});
    if (options.profile === null) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  try {
    const context = await launching;
    const worker = await findWorker(context);
    const page = context.pages()[0] ?? (await context.newPage());
    // Any page of the extension may speak to the worker; this one is in every build.
    await page.goto(new URL('/dashboard.html', worker.url()).href);
    await waitForSettledNetwork(page);
    return { ask: createAsk(page), close };
  } catch (error) {
    await close();
    throw new SetupError(
      `No check possible, the browser ${options.executablePath} with the extension did not start: ${firstLine(error)}`,
    );
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const told = /Failed to create .*ProcessSingleton.*|profile appears to be in use.*/.exec(message);
  return told?.[0] ?? message.split('\n')[0] ?? message;
}
