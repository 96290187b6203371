import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Round } from '../../lib/model/round.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { chromiumArguments } from '../lab/browsers/chromium-arguments.ts';
import { createExtension, type Extension } from '../lab/browsers/extension.ts';
import { usualTimeZone } from '../lab/browsers/lab-browser.ts';
import { answerYes } from '../lab/browsers/route-permission.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';
import { raiseVersion } from './raise-version.ts';
import { makePackage, unpack } from './sideloaded-package.ts';

declare const chrome: {
  developerPrivate: { getExtensionInfo(id: string): Promise<{ version: string; state: string }> };
};

/** The browser as a person starts it: no extension comes from the command line. */
async function start(lab: Lab, profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: lab.chromiumPath,
    headless: true,
    env: { ...process.env, TZ: usualTimeZone },
    locale: 'en-US',
    ignoreDefaultArgs: ['--disable-extensions'],
    // The last one lets remote control load an extension from a folder.
    args: [...chromiumArguments, '--lang=en-US', '--enable-unsafe-extension-debugging'],
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/** The browser's own page of extensions. */
async function openExtensions(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  return page;
}

/** Does what "Load unpacked" does once the person has chosen the folder. */
async function loadUnpacked(context: BrowserContext, folder: string): Promise<void> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (devtools === undefined) throw new Error('no connection to the browser');
  await devtools.send('Extensions.loadUnpacked', { path: folder });
  await devtools.detach();
}

const allOpen = Array.from({ length: defaultServiceCount }, () => 'ok');

const rounds = (extension: Extension) => extension.read<Round>('rounds');
const versions = async (extension: Extension) =>
  (await rounds(extension)).map(({ software }) => software.version);

/** Loads version 1.0.0 from a folder, says yes, and waits for the first check. */
async function loadAndCheck(context: BrowserContext, folder: string): Promise<Extension> {
  await loadUnpacked(context, folder);
  const extension = await createExtension(context);
  await answerYes(context, extension.page);
  const first = await extension.firstPage();
  await first.getByRole('button', { name: 'Start checking' }).click();
  await expect.poll(() => versions(extension), { timeout: 60_000 }).toEqual(['1.0.0']);
  await extension.roundIsOver();
  return extension;
}

/** Presses "Reload" on the browser's page of extensions, and returns the extension as it is once it runs again. */
async function reload(context: BrowserContext, page: Page, version: string): Promise<Extension> {
  const id = new URL(context.serviceWorkers()[0]?.url() ?? '').host;
  await page.bringToFront();
  await page.locator('extensions-item #dev-reload-button').click();
  const loaded = () =>
    page.evaluate((wanted) => chrome.developerPrivate.getExtensionInfo(wanted), id);
  await expect.poll(loaded).toMatchObject({ version, state: 'ENABLED' });
  return createExtension(context);
}

test('an unpacked package keeps its history through an update and a return', async ({ lab }) => {
  const [older, newer] = ['1.0.0', '1.1.0'].map((version) => makePackage('chrome', version));
  if (older === undefined || newer === undefined) throw new Error('no package');
  await lab.setWorld({});
  const profile = mkdtempSync(join(lab.home, 'sideload-'));
  const folder = join(profile, 'unpacked');
  let context = await start(lab, profile);
  try {
    const page = await openExtensions(context);
    await page.locator('#devMode').click();
    unpack(older, folder);
    let extension = await loadAndCheck(context, folder);
    const [round] = await rounds(extension);
    expect(round?.services.map(({ state }) => state)).toEqual(allOpen);

    unpack(newer, folder);
    extension = await reload(context, page, '1.1.0');
    expect(await rounds(extension)).toEqual([round]);
    await extension.check(['max']);
    expect(await versions(extension)).toEqual(['1.0.0', '1.1.0']);
    const before = await rounds(extension);

    await raiseVersion(extension.page);
    await context.close();
    unpack(older, folder);
    context = await start(lab, profile);
    extension = await createExtension(context);
    const aside = extension.page.getByRole('region', { name: 'A history that was set aside' });
    await expect(aside).toContainText('newer version');
    await extension.check(['max']);
    expect(await versions(extension)).toEqual(['1.0.0']);
    const saving = extension.page.waitForEvent('download');
    await aside.getByRole('button', { name: 'Save what can be read' }).click();
    const saved = readFileSync(await (await saving).path(), 'utf8');
    for (const { id } of before) expect(saved).toContain(id);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The folders of the browser's profile in which an extension's history and settings lie. */
const folders = ['IndexedDB', 'Local Extension Settings'];

/** Those of them that have anything of the extension. */
function foldersWith(id: string, profile: string): string[] {
  return folders.filter((folder) => {
    const path = join(profile, 'Default', folder);
    return existsSync(path) && readdirSync(path).some((name) => name.includes(id));
  });
}

test('a removed package leaves neither history nor settings', async ({ lab }) => {
  await lab.setWorld({});
  const profile = mkdtempSync(join(lab.home, 'sideload-'));
  const folder = join(profile, 'unpacked');
  unpack(makePackage('chrome', '1.0.0'), folder);
  const context = await start(lab, profile);
  try {
    const page = await openExtensions(context);
    await page.locator('#devMode').click();
    const extension = await loadAndCheck(context, folder);
    const id = new URL(extension.page.url()).host;
    expect(foldersWith(id, profile)).toEqual(folders);

    const devtools = await context.browser()?.newBrowserCDPSession();
    await devtools?.send('Extensions.uninstall', { id });
    await expect.poll(() => foldersWith(id, profile)).toEqual([]);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
