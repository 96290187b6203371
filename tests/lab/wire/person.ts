import { catalog } from '../../../lib/catalog/index.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { createAsk } from '../../../scripts/check/ask.ts';
import type { KeptCookie, LabBrowser } from '../browsers/lab-browser.ts';
import type { Lab } from '../lab.ts';
import { knownHosts } from './hosts.ts';
import { world } from './stage.ts';

interface ExtensionApi {
  runtime: { getManifest(): { version: string }; getURL(path: string): string };
}

/** Makes a person who has been to all these sites, and has a password for those with WebSockets. */
export async function plantMarks(browser: LabBrowser, lab: Lab): Promise<void> {
  const cookie = { name: 'planted', value: 'person' };
  const planted = [...knownHosts(catalog).keys()].map((host): KeptCookie => ({ host, ...cookie }));
  await browser.keepCookies(planted);
  const targets = catalog.services.flatMap((service) => service.targets);
  const sockets = targets.filter(({ kind }) => kind === 'websocket');
  const urls = sockets.flatMap((target) => target.urls);
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
  await lab.setWorld({ ...world, asksForPassword: hosts });
  for (const host of hosts) await browser.visit(`https://person:secret@${host}/`);
}

/** The extension's id and version. */
export function ownTexts(page: ExtensionPage): Promise<string[]> {
  return page.evaluate((_nothing) => {
    const { runtime } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    return [location.host, runtime.getManifest().version];
  }, null);
}

/** The browser closes it at once, maybe before the popup has asked for the look at the route: it is asked for once more. */
export async function openPopup(browser: LabBrowser): Promise<void> {
  const address = await browser.page.evaluate((path) => {
    const { runtime } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    return runtime.getURL(path);
  }, 'popup.html');
  await browser.visit(address);
  await createAsk(browser.page)('lookAtRoute');
}
