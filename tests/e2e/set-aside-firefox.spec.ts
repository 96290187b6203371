import { rmSync } from 'node:fs';
import type { Round } from '../../lib/model/round.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { damageDatabase } from '../lab/browsers/damage-database.ts';
import { browserKeepers, type KeptBrowser } from '../lab/browsers/kept-browser.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';

const keeper = browserKeepers.firefox;

/** A browser with a check whose file was damaged since, after another check. */
async function afterDamage(
  lab: Lab,
  fromPage: number,
  look: (browser: KeptBrowser & { page: ExtensionPage }) => Promise<void>,
): Promise<void> {
  await lab.setWorld({});
  const profile = keeper.createProfile(lab);
  try {
    const first = await keeper.launch(lab, profile, 'agrees');
    await first.extension.check(['max']);
    await first.quit();
    damageDatabase(profile, 'dozvon', fromPage);

    const second = await keeper.launch(lab, profile);
    const { id } = await second.extension.check(['max']);
    expect((await second.extension.read<Round>('rounds')).map((one) => one.id)).toEqual([id]);
    await look({ ...second, page: second.extension.page });
    await second.quit();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const databases = (page: ExtensionPage) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name), null);

const notices = (page: ExtensionPage) =>
  page.evaluate(
    () => Array.from(document.querySelectorAll('.set-aside'), ({ textContent }) => textContent),
    null,
  );

test('in Firefox, a history whose file is damaged is set aside, and everything can be deleted', async ({
  lab,
}) => {
  await afterDamage(lab, 2, async ({ page, extension }) => {
    await expect
      .poll(() => notices(page))
      .toEqual([expect.stringContaining('It was set aside as it is')]);

    // The page loads anew, perhaps before the answer.
    await extension.ask('deleteEverything').catch(() => undefined);

    await expect.poll(() => notices(page).catch(() => ['it loads'])).toEqual([]);
    const others = async () => (await databases(page)).filter((name) => name !== 'dozvon');
    await expect.poll(() => others().catch(() => ['it loads'])).toEqual([]);
  });
});

test('in Firefox, a history that the browser deleted as its file is damaged is said to be lost', async ({
  lab,
}) => {
  await afterDamage(lab, 0, async ({ page }) => {
    await expect.poll(() => notices(page)).toEqual([expect.stringContaining('found to be gone')]);
    expect(await databases(page)).toEqual(['dozvon']);
  });
});
