import type { ExtensionPage } from './extension-page.ts';
import { findWorker, launchBrowser } from './launch.ts';
import { launchKeptProfile } from './launch-kept-profile.ts';
import type { RunningBrowser, RunOptions } from './running-browser.ts';

/** Starts Chromium without a window and with the extension in it. Signals are the caller's. */
export function runChromium(options: RunOptions): RunningBrowser {
  const start = options.keepsProfile ? launchKeptProfile : launchBrowser;
  const launching = start({ ...options, headless: true });
  const page = launching.then(async (context): Promise<ExtensionPage> => {
    const worker = await findWorker(context);
    const first = context.pages()[0] ?? (await context.newPage());
    // Any page of the extension may speak to the worker; this one is in every build.
    await first.goto(new URL('/dashboard.html', worker.url()).href);
    return first;
  });
  // Whoever closes it early has no use for the reason.
  page.catch(() => {});
  return {
    page,
    close: () => launching.then((context) => context.close()).catch(() => {}),
  };
}
