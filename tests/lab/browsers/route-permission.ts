import { type BrowserContext, expect, type Page } from '@playwright/test';
import { hostPatterns } from '../../../lib/catalog/hosts.ts';
import { wholeCatalog } from '../../../lib/catalog/index.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { showPage } from './show-page.ts';

interface Permissions {
  contains(some: { origins: string[] }): Promise<boolean>;
  remove(some: { origins: string[] }): Promise<boolean>;
}

declare const chrome: {
  permissions: Permissions;
  runtime: { id: string; getManifest(): { optional_host_permissions?: string[] } };
  developerPrivate: { addHostPermission(extensionId: string, host: string): Promise<void> };
};

/** The optional hosts that the route needs; none in the research build. */
export async function optionalHosts(page: ExtensionPage): Promise<string[]> {
  const all = await page.evaluate(
    () => chrome.runtime.getManifest().optional_host_permissions ?? [],
    null,
  );
  const { route } = hostPatterns(wholeCatalog);
  return all.filter((pattern) => route.includes(pattern));
}

/** Ticks the look at the route in the settings, and goes back; Chromium must have been told the answer. */
export async function permitRoute(page: Page): Promise<void> {
  if ((await optionalHosts(page)).length === 0) return;
  await showPage(page, 'settings');
  await page.click('input[aria-describedby=route-permission]');
  await expect.poll(() => isRoutePermitted(page), { intervals: [50] }).toBe(true);
  await showPage(page, 'overview');
}

export function idOfExtension(page: ExtensionPage): Promise<string> {
  return page.evaluate(() => chrome.runtime.id, null);
}

/** Takes the permission away, as a person does in the browser's settings. */
export async function revokeRoute(page: ExtensionPage): Promise<void> {
  const origins = await optionalHosts(page);
  await page.evaluate((some) => chrome.permissions.remove(some), { origins });
}

export async function isRoutePermitted(page: ExtensionPage): Promise<boolean> {
  const origins = await optionalHosts(page);
  return page.evaluate((some) => chrome.permissions.contains(some), { origins });
}

/** Has Chromium answer its own question about the route with yes, without asking. */
export async function answerYes(context: BrowserContext, page: ExtensionPage): Promise<void> {
  await answerYesFor(await optionalHosts(page), { context, page });
}

/**
 * The same for some hosts. It takes hosts that a person has added on its page of extensions as permitted as soon as
 * the extension requests them. No remote control reaches the question itself.
 */
export async function answerYesFor(
  hosts: readonly string[],
  { context, page }: { context: BrowserContext; page: ExtensionPage },
): Promise<void> {
  if (hosts.length === 0) return;
  const id = await idOfExtension(page);
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (wanted) => {
      for (const host of wanted.hosts) {
        await chrome.developerPrivate.addHostPermission(wanted.id, host);
      }
    },
    { id, hosts },
  );
  await settings.close();
}
