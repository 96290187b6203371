import type { Round } from '../../lib/model/round.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';
import { openBackup } from './open-backup.ts';
import { press } from './press.ts';

const build = '.output/firefox-mv3';
const patient = { timeout: 60_000 };

test('Firefox brings all that is kept back from a file after it was deleted', async ({ lab }) => {
  await lab.setWorld({});
  const browser = await firefoxLauncher({ stores: build, research: build })(lab, {});
  try {
    const { page } = browser;
    await browser.check();
    const recorded = () => readRecords<Round>(page, 'sealedRounds');
    const before = await recorded();
    expect(before).toHaveLength(1);

    await showPage(page, 'backup');
    await pressAt(page, '.backup .actions button');
    await expect.poll(() => savedFile(page), patient).not.toBe('');
    const file = await savedFile(page);
    await showPage(page, 'settings');
    await press(page, 'Delete everything');
    await press(page, 'Delete');
    // The page begins anew after a deletion, and makes an empty database.
    await expect.poll(() => page.evaluate(() => location.hash, null), patient).toBe('');
    await expect.poll(() => page.evaluate(countRecords, null), patient).toBe(0);

    await openBackup(page, Buffer.from(file, 'base64'));
    await pressAt(page, '.backup-preview button.main');

    await expect.poll(recorded, patient).toEqual(before);
    expect(await databases(page)).toHaveLength(1);
    await createAsk(page)('agree', { check: false });
    expect((await browser.check()).id).not.toBe(before[0]?.[1].id);
    expect(await recorded()).toHaveLength(2);
  } finally {
    await browser.close();
  }
});

async function pressAt(page: ExtensionPage, selector: string): Promise<void> {
  await expect.poll(() => page.evaluate(pressIn, selector), patient).toBe(true);
}

interface Saved {
  saved?: string;
}

/** Runs in the page: presses a button, and keeps what the page then offers as a file, as Base64. */
function pressIn(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector);
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => {
    void file.bytes().then((bytes) => {
      (globalThis as Saved).saved = btoa(
        Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
      );
    });
    return create(file);
  };
  button?.click();
  return button !== null;
}

function savedFile(page: ExtensionPage): Promise<string> {
  return page.evaluate(() => (globalThis as Saved).saved ?? '', null);
}

/** Runs in the page: how many records all stores of all databases have. */
async function countRecords(): Promise<number> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no error')));
    });
  let count = 0;
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      count += await done(database.transaction(store).objectStore(store).count());
    }
    database.close();
  }
  return count;
}

function databases(page: ExtensionPage): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name), null);
}
