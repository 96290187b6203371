import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { childEnvironment, say } from '../setup/index.mjs';

export interface LaunchOptions {
  executablePath: string;
  /** Folder of the unpacked extension. */
  extension: string;
  /** Folder of the browser profile. */
  profile: string;
  headless: boolean;
}

/** Starts a browser with the extension loaded. The caller handles signals. */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserContext> {
  if (process.getuid?.() === 0) {
    const context = await launch(options, false);
    say('Root gets no sandbox of Chromium: it runs without one. An ordinary user has it.');
    return context;
  }
  try {
    return await launch(options, true);
  } catch (error) {
    // Containers and some distributions forbid the namespaces that the sandbox needs.
    if (!(error instanceof Error) || !error.message.includes('No usable sandbox')) throw error;
    say('This system gives the browser no sandbox; going on without one.');
    return launch(options, false);
  }
}

/** The extension's worker; its URL contains the extension's id. */
export async function findWorker(context: BrowserContext): Promise<Worker> {
  const running = context.serviceWorkers()[0];
  return running ?? context.waitForEvent('serviceworker', { timeout: 20_000 });
}

function launch(options: LaunchOptions, chromiumSandbox: boolean): Promise<BrowserContext> {
  return chromium.launchPersistentContext(options.profile, {
    executablePath: options.executablePath,
    headless: options.headless,
    chromiumSandbox,
    // No fixed viewport: the page follows the size of the window.
    ...(!options.headless && { viewport: null }),
    env: childEnvironment(),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
    args: [
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
