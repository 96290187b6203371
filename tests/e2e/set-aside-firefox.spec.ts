import { closeSync, fstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../../lib/model/round.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { browserKeepers, type KeptBrowser } from '../lab/browsers/kept-browser.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';

const keeper = browserKeepers.firefox;

/** Of SQLite, as Firefox sets it up. */
const pageBytes = 4096;

/** As Firefox writes the names of databases: the history's, and that of `storage.local`. */
const endings = { history: 'dnoozv.sqlite', settings: 'wleabcEoxlt-eengsairo.sqlite' };

/** Overwrites a file from a page on, as a failing disk may. */
function damageFile(profile: string, which: keyof typeof endings, fromPage: number): void {
  const folder = join(profile, 'storage/default');
  const files = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith(endings[which]));
  expect(files).toHaveLength(1);
  const opened = openSync(String(files[0]), 'r+');
  const from = fromPage * pageBytes;
  const bytes = new Uint8Array(fstatSync(opened).size - from).fill(0x5a);
  expect(bytes.length).toBeGreaterThan(0);
  writeSync(opened, bytes, 0, bytes.length, from);
  closeSync(opened);
}

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
    damageFile(profile, 'history', fromPage);

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

for (const [what, fromPage] of [
  ['that the browser empties as their file is damaged', 0],
  ['that can never be read again', 2],
] as const) {
  test(`in Firefox, settings ${what} end no check: the person is asked anew and told why`, async ({
    lab,
  }) => {
    await lab.setWorld({});
    const profile = keeper.createProfile(lab);
    try {
      const first = await keeper.launch(lab, profile, 'agrees');
      await first.extension.ask('changeSettings', { everyMinutes: 60 });
      await first.extension.check(['max']);
      await first.quit();
      damageFile(profile, 'settings', fromPage);
      await lab.clearLog();

      const second = await keeper.launch(lab, profile);
      const { page, ask } = second.extension;
      await expect.poll(() => notices(page)).toEqual([expect.stringContaining('your agreement')]);
      const asking = ask('startRound', { services: null });
      await expect(asking).rejects.toThrow('agreed: found false, allowed: true');
      expect(await lab.log()).toEqual([]);
      expect(await ask('agree', { check: false })).toMatchObject({ everyMinutes: 15 });
      const { id } = await second.extension.check(['max']);
      await second.quit();

      const third = await keeper.launch(lab, profile);
      expect(await third.extension.ask('getRound', { id })).not.toBeNull();
      await third.extension.check(['max']);
      await expect.poll(() => notices(third.extension.page)).toHaveLength(1);
      await understand(third.extension.page);
      await expect.poll(() => notices(third.extension.page)).toEqual([]);
      await expect.poll(() => databases(third.extension.page)).toHaveLength(1);
      await third.quit();

      const fourth = await keeper.launch(lab, profile);
      expect(await fourth.extension.ask('getRound', { id })).not.toBeNull();
      expect(await notices(fourth.extension.page)).toEqual([]);
      await fourth.quit();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

const understand = (page: ExtensionPage) =>
  page.evaluate(() => document.querySelector<HTMLElement>('.set-aside button')?.click(), null);
