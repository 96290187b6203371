import type { ExtensionPage } from './extension-page.ts';
import { findWorker, launchBrowser } from './launch.ts';
import { launchKeptProfile } from './launch-kept-profile.ts';
import type { RunningBrowser, RunOptions } from './running-browser.ts';

/** Starts headless Chromium with the extension loaded. The caller handles signals. */
export function runChromium(options: RunOptions): RunningBrowser {
  const start = options.keepsProfile ? launchKeptProfile : launchBrowser;
  const launching = start({ ...options, headless: true });
  const page = launching.then(async (context): Promise<ExtensionPage> => {
    const worker = await findWorker(context);
    const first = context.pages()[0] ?? (await context.newPage());
    // Any extension page may message the worker; every build has this one.
    await first.goto(new URL('/dashboard.html', worker.url()).href);
    return first;
  });
  // A caller that closes the browser early does not need the reason.
  page.catch(() => {});
  return {
    page,
    close: () => launching.then((context) => context.close()).catch(() => {}),
  };
}
