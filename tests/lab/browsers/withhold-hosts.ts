import type { BrowserContext } from '@playwright/test';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { idOfExtension } from './route-permission.ts';

interface HostAccess {
  extensionId: string;
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES';
}

declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(change: HostAccess): Promise<void> };
};

/** Takes all sites from the extension, as a person does on Chromium's page about it. */
export async function withholdHosts(context: BrowserContext, page: ExtensionPage): Promise<void> {
  await change(context, { extensionId: await idOfExtension(page), hostAccess: 'ON_CLICK' });
}

/** Gives them back in the same way. */
export async function returnHosts(context: BrowserContext, page: ExtensionPage): Promise<void> {
  await change(context, { extensionId: await idOfExtension(page), hostAccess: 'ON_ALL_SITES' });
}

async function change(context: BrowserContext, wanted: HostAccess): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    (access) => chrome.developerPrivate.updateExtensionConfiguration(access),
    wanted,
  );
  await settings.close();
}
