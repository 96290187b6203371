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

/** Overwrites the history's file from a page on, as a failing disk may; Firefox writes its name in its own way. */
function damageFile(profile: string, fromPage: number): void {
  const folder = join(profile, 'storage/default');
  const files = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith('dnoozv.sqlite'));
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
    damageFile(profile, fromPage);

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
