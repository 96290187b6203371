import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ExtensionPage } from '../browser/extension-page.ts';
import type { RunningBrowser, RunOptions } from '../browser/running-browser.ts';
import { SetupError } from '../setup/index.mjs';
import { type Ask, createAsk } from './ask.ts';
import type { BrowserName } from './command.ts';
import { problemOfStart } from './problem-of-start.ts';
import { waitForSettledNetwork } from './settle.ts';

export interface Session {
  /**
   * Starts the browser with the extension and waits until both are ready. To check, gives the yes: whoever runs
   * the command agrees to checks. Else stops a check that was due.
   */
  open(): Promise<Ask>;
  /** Closes the browser, and keeps the profile for the next one. */
  leave(): Promise<void>;
  /** Closes the browser, even while it is starting, and removes a temporary profile. */
  close(): Promise<void>;
}

export interface SessionOptions {
  browser: BrowserName;
  executablePath: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Whether the session is there to check. */
  checks: boolean;
  /** Whether nothing but the command starts checks. */
  alone: boolean;
  /** Asks no host of the home country while the route may be a detour. */
  leavesOutHome: boolean;
  /** Folder of the browser profile; null for a temporary one. */
  profile: string | null;
}

/** A session of one browser. The caller handles signals. */
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
        const ask = createAsk(page);
        if (options.checks) await prepareChecks(ask, page, options);
        else await ask('cancelRound');
        return ask;
      } catch (error) {
        throw new SetupError(problemOfStart(error, options.executablePath));
      }
    },
    leave: async () => running?.close(),
    async close() {
      await running?.close();
      if (!keepsProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function prepareChecks(
  ask: Ask,
  page: ExtensionPage,
  { alone, leavesOutHome }: Pick<SessionOptions, 'alone' | 'leavesOutHome'>,
): Promise<void> {
  await waitForSettledNetwork(page);
  await ask('agree', { check: false });
  await ask('changeSettings', {
    askThroughDetour: !leavesOutHome,
    ...(alone && { everyMinutes: null }),
  });
}

/** Loaded on demand: Playwright takes a third of a second to load, and Firefox does not need it. */
const browsers: Record<BrowserName, () => Promise<(options: RunOptions) => RunningBrowser>> = {
  chromium: async () => (await import('../browser/chromium.ts')).runChromium,
  firefox: async () => (await import('../browser/firefox.ts')).runFirefox,
};
