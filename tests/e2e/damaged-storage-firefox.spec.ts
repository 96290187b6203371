import { rmSync } from 'node:fs';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { damageDatabase } from '../lab/browsers/damage-database.ts';
import { browserKeepers } from '../lab/browsers/kept-browser.ts';
import { expect, test } from './fixtures.ts';

const keeper = browserKeepers.firefox;
/** Where Firefox keeps `storage.local`. */
const storageDatabase = 'webExtensions-storage-local';

const alertIn = (page: ExtensionPage) =>
  page.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '', null);

test('in Firefox, pages say that what the extension stored is damaged, and what can be done', async ({
  lab,
}) => {
  await lab.setWorld({});
  const profile = keeper.createProfile(lab);
  try {
    const first = await keeper.launch(lab, profile, 'agrees');
    await first.extension.check(['max']);
    expect(await alertIn(first.extension.page)).toBe('');
    await first.quit();
    damageDatabase(profile, storageDatabase, 1);

    const second = await keeper.launch(lab, profile);
    const { page } = second.extension;
    for (const address of ['/popup.html', '/dashboard.html', '/welcome.html']) {
      await page.evaluate((path) => location.assign(path), address);
      const there = () => page.evaluate(() => location.pathname, null).catch(() => null);
      await expect.poll(there).toBe(address);
      await expect.poll(() => alertIn(page).catch(() => '')).toContain('install it again');
    }
    await second.quit();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
