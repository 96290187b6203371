import { forgetNames } from '../forget-names.ts';
import { launchExtension } from '../launch-extension.ts';
import { type Builds, chooseBuild, type LaunchLabBrowser } from './lab-browser.ts';

/** Launches Chromium, driven by Playwright. */
export function chromiumLauncher(builds: Builds): LaunchLabBrowser {
  return async (lab, setup) => {
    const launched = await launchExtension(lab, chooseBuild(builds, setup));
    const { extension } = launched;
    return {
      page: extension.page,
      progress: () => extension.ask('getProgress'),
      check: () => extension.check(),
      forgetNames: () => forgetNames(extension.context),
      close: () => launched.close(),
    };
  };
}
