import { forgetNames } from './forget-names.ts';
import { type Builds, chooseBuild, type LaunchLabBrowser } from './lab-browser.ts';
import { launchExtension } from './launch-extension.ts';
import { startProxy } from './start-proxy.ts';

/** Launches Chromium, driven by Playwright. */
export function chromiumLauncher(builds: Builds): LaunchLabBrowser {
  return async (lab, setup) => {
    const proxy = setup.usesProxy === true ? await startProxy(lab) : null;
    const launched = await launchExtension(lab, {
      ...chooseBuild(builds, setup),
      ...(proxy !== null && { proxyPort: proxy.port }),
    });
    const { extension } = launched;
    return {
      page: extension.page,
      progress: () => extension.ask('getProgress'),
      check: () => extension.check(),
      forgetNames: () => forgetNames(extension.context),
      async close() {
        await launched.close();
        proxy?.stop();
      },
    };
  };
}
