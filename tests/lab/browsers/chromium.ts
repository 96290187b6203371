import type { BrowserContext } from '@playwright/test';
import type { Extension } from './extension.ts';
import { forgetNames } from './forget-names.ts';
import { type Builds, chooseBuild, type KeptCookie, type LaunchLabBrowser } from './lab-browser.ts';
import { launchExtension } from './launch-extension.ts';
import { permitRoute } from './route-permission.ts';
import { startProxy } from './start-proxy.ts';

/** Launches Chromium, driven by Playwright. */
export function chromiumLauncher(builds: Builds): LaunchLabBrowser {
  return async (lab, setup) => {
    const proxy = setup.proxy === undefined ? null : await startProxy(lab, setup.proxy);
    const launched = await launchExtension(lab, { ...chooseBuild(builds, setup), proxy });
    const { extension } = launched;
    return {
      page: extension.page,
      progress: () => extension.ask('getProgress'),
      check: () => extension.check(),
      announceStart: () => announceStart(extension),
      permitRoute: () => permitRoute(extension.page),
      forgetNames: () => forgetNames(extension.context),
      visit: (url) => visit(extension.context, url),
      keepCookies: (cookies) => keepCookies(extension.context, cookies),
      async keptCookies() {
        const kept = await extension.context.cookies();
        return kept.map(({ domain, name, value }) => ({ host: domain, name, value }));
      },
      profile: launched.profile,
      quit: () => launched.quit(),
      async close() {
        await launched.close();
        proxy?.stop();
      },
    };
  };
}

declare const chrome: { runtime: { onStartup: { dispatch(): void } } };

/** Chromium does so at each start, but not for an extension that it loads from the command line. */
export async function announceStart({ ask, context }: Extension): Promise<void> {
  // Wakes the worker.
  await ask('getProgress');
  await context.serviceWorkers()[0]?.evaluate(() => chrome.runtime.onStartup.dispatch());
}

async function visit(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.close();
}

async function keepCookies(context: BrowserContext, cookies: readonly KeptCookie[]): Promise<void> {
  const everywhere = { path: '/', secure: true, sameSite: 'None' } as const;
  await context.addCookies(
    cookies.map(({ host, name, value }) => ({ domain: host, name, value, ...everywhere })),
  );
}
