import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Note } from '../../lib/model/note.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';

const text = 'New provider, wires from the attic';

/** The list item of a note under the heading of its day. */
function noteOn(page: Page, day: string, words: string): Locator {
  const heading = page.getByRole('heading', { name: day });
  const ofDay = page.getByRole('listitem').filter({ has: heading });
  return ofDay.getByRole('listitem').filter({ hasText: 'Your note' }).filter({ hasText: words });
}

async function add(page: Page, note: { day: string; text: string }): Promise<void> {
  await page.getByRole('button', { name: 'Add a note' }).click();
  await fillIn(page, note);
}

async function fillIn(page: Page, note: { day: string; text: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Note' }).fill(note.text);
  await page.getByLabel('Day', { exact: true }).fill(note.day);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

const keptNotes = async (page: Page) =>
  (await readRecords<Note[]>(page, 'sealedFacts')).find(([name]) => name === 'notes')?.[1];

test('a note is added, changed and deleted, and is there after the page was closed', async ({
  extension,
}) => {
  const { page } = extension;
  await showPage(page, 'timeline');

  await add(page, { day: '2026-02-03', text });
  await expect(noteOn(page, 'February 3, 2026', text)).toBeVisible();
  await add(page, { day: '2026-02-03', text: 'Moved house' });
  await expect(noteOn(page, 'February 3, 2026', 'Moved house')).toBeVisible();
  await page.reload();
  await expect(noteOn(page, 'February 3, 2026', text)).toBeVisible();

  await page.getByRole('button', { name: `Edit the note “${text}”` }).click();
  await fillIn(page, { day: '2026-02-05', text: 'New router' });
  await expect(noteOn(page, 'February 5, 2026', 'New router')).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);

  await page.getByRole('button', { name: 'Delete the note “Moved house”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Moved house')).toHaveCount(0);
  await page.reload();
  await expect(noteOn(page, 'February 5, 2026', 'New router')).toBeVisible();
  expect(await keptNotes(page)).toMatchObject([{ text: 'New router' }]);
});

test('a note is in the backup and in no export, and goes with everything', async ({
  extension,
}) => {
  const { page } = extension;
  await extension.check(['max']);
  await showPage(page, 'timeline');
  await add(page, { day: '2026-02-03', text });
  await expect(noteOn(page, 'February 3, 2026', text)).toBeVisible();

  await showPage(page, 'export');
  const formats = page.getByLabel('What the file holds');
  const options = formats.getByRole('option');
  await expect(options).toHaveCount(7);
  for (const label of await options.allTextContents()) {
    await formats.selectOption({ label });
    const file = await saved(page, 'Save the file');
    for (const part of partsOf(file)) {
      expect(part.includes(text.slice(0, 12)), label).toBe(false);
    }
  }
  await showPage(page, 'backup');
  const backup = await saved(page, 'Save a backup');
  expect(partsOf(backup).some((part) => part.includes(text))).toBe(true);

  await showPage(page, 'settings');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Who can see it' })).toBeVisible();
  await showPage(page, 'timeline');
  await expect(page.getByRole('button', { name: 'Add a note' })).toBeVisible();
  await expect(page.getByText(text)).toHaveCount(0);

  await showPage(page, 'backup');
  const file = { name: 'backup.jsonl.gz', mimeType: 'application/gzip', buffer: backup };
  await page.getByLabel('Open a backup:').setInputFiles(file);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('The backup is restored.')).toBeVisible();
  await showPage(page, 'timeline');
  await expect(noteOn(page, 'February 3, 2026', text)).toBeVisible();
});

async function saved(page: Page, button: string): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFileSync(await (await saving).path());
}

/** What a file holds, unpacked. */
function partsOf(file: Buffer): Buffer[] {
  if (file.subarray(0, 2).equals(Buffer.from('PK'))) {
    return Object.values(unzipSync(file)).flatMap((part) => partsOf(Buffer.from(part)));
  }
  const isGzip = file.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]));
  return [isGzip ? gunzipSync(file) : file];
}
