import { defaultRoutingSettings, type RoutingSettings } from '../../../lib/routing/settings.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';

/** Stores a person's choices about the route, as the worker does. */
export async function saveSettings(
  page: ExtensionPage,
  settings: Partial<RoutingSettings>,
): Promise<void> {
  await page.evaluate(store, { routing: { ...defaultRoutingSettings, ...settings } });
}

/** Runs in the page. */
function store(items: object): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { set(items: object): Promise<void> } } };
  };
  return chrome.storage.local.set(items);
}
