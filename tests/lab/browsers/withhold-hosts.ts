import type { BrowserContext } from '@playwright/test';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { idOfExtension } from './route-permission.ts';

declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(change: {
      extensionId: string;
      hostAccess: 'ON_CLICK' | 'ON_ALL_SITES';
    }): Promise<void>;
  };
};

/** Takes all sites from the extension, as a person does on Chromium's page about it. */
export async function withholdHosts(context: BrowserContext, page: ExtensionPage): Promise<void> {
  const extensionId = await idOfExtension(page);
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    (id) =>
      chrome.developerPrivate.updateExtensionConfiguration({
        extensionId: id,
        hostAccess: 'ON_CLICK',
      }),
    extensionId,
  );
  await settings.close();
}
