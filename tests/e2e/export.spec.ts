import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { Round } from '../../lib/model/round.ts';
import { longHistory } from '../helpers/long-history.ts';
import { usualTimeZone } from '../lab/browsers/lab-browser.ts';
import { writeRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { axeViolationsByScheme } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

const texts = {
  en: { code: 'en-US', save: 'Save the file', holds: 'What the file holds', delimiter: ',' },
  ru: { code: 'ru-RU', save: 'Сохранить файл', holds: 'Что записать', delimiter: ';' },
};

for (const [name, words] of Object.entries(texts)) {
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('saves a table for a spreadsheet, by keyboard alone', async ({ extension }) => {
      const { page } = extension;
      const round = await extension.check(['viber']);
      await showPage(page, 'export');
      await expect(page.getByLabel(words.holds)).toBeVisible();
      expect(await axeViolationsByScheme(page, '.export')).toEqual({ light: [], dark: [] });

      await page.getByLabel(words.holds).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      const download = await saved(page, async () => {
        await tabTo(page, words.save);
        await page.keyboard.press('Enter');
      });

      const text = readFileSync(await download.path(), 'utf8');
      const [header = '', ...rows] = text.trimEnd().split('\r\n');
      expect(header.startsWith(`\uFEFFschema_version${words.delimiter}round_id`)).toBe(true);
      expect(rows).toHaveLength(attemptsOf(round));
      const decimals = rows.join().match(name === 'ru' ? /;\d+,\d;/ : /,\d+\.\d,/);
      expect(decimals, 'a number with decimals').not.toBeNull();
    });
  });
}

test('saves a period and some services in a bundle', async ({ extension }) => {
  const { page } = extension;
  await extension.check(['viber']);
  await fill(page);

  const section = page.getByRole('main');
  await section.getByLabel('What the file holds').selectOption('bundle');
  await section.getByLabel('From').fill('2026-01-01');
  await section.getByLabel('To', { exact: true }).fill('2026-01-01');
  await section.getByLabel('Viber').uncheck();
  const download = await saved(page, () => section.getByRole('button').click());

  expect(download.suggestedFilename()).toMatch(/^dozvon-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const lines = strFromU8(files['rounds.jsonl'] ?? new Uint8Array())
    .trimEnd()
    .split('\n');
  const kept = lines.map((line) => JSON.parse(line) as Round);
  const day = rounds.filter(({ startedAt }) => isOnFirstDay(startedAt));
  expect(kept.map(({ id }) => id)).toEqual(day.map(({ id }) => id));
  const services = new Set(kept.flatMap((round) => round.services.map(({ id }) => id)));
  expect(services.has('viber')).toBe(false);
  expect(services.size).toBeGreaterThan(3);
});

test('a file that is cancelled is not saved, and the next one is whole', async ({ extension }) => {
  const { page } = extension;
  await extension.check(['viber']);
  await fill(page);
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));

  const section = page.getByRole('main');
  await section.getByLabel('What the file holds').selectOption('bundle');
  // In the same task as the click, before the file can be ready.
  await section.getByRole('button').evaluate((button: HTMLButtonElement) => {
    button.click();
    queueMicrotask(() => button.click());
  });
  await expect(section.getByRole('button', { name: 'Save the file' })).toBeVisible();
  await expect(section.getByRole('progressbar')).toHaveCount(0);
  await section.getByLabel('What the file holds').selectOption('jsonl');
  const download = await saved(page, () => section.getByRole('button').click());

  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(rounds.length + 1);
  expect(downloads).toHaveLength(1);
});

const rounds = [...longHistory(200)];

/** Adds rounds to the history, and shows it anew. */
async function fill(page: Page): Promise<void> {
  await writeRecords(
    page,
    'sealedRounds',
    rounds.map((round) => [null, round]),
  );
  await page.reload();
  await showPage(page, 'export');
}

/** By the clock of the browser, which is the lab's. */
function isOnFirstDay(iso: string): boolean {
  const day = new Date(iso).toLocaleDateString('en-CA', { timeZone: usualTimeZone });
  return day === '2026-01-01';
}

function attemptsOf({ services }: Round): number {
  return services.flatMap(({ targets }) => targets).flatMap(({ attempts }) => attempts).length;
}

async function saved(page: Page, act: () => Promise<void>): Promise<Download> {
  const downloading = page.waitForEvent('download');
  await act();
  return downloading;
}

/** Presses Tab until the button with the name has the focus; throws if it never does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}.`);
}
