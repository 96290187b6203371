import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Round } from '../../lib/model/round.ts';
import { longHistory } from '../helpers/long-history.ts';
import { anEntry, usualSettings, writtenBackup } from '../helpers/written-backup.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { killBrowser } from '../lab/browsers/kill-browser.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/chrome-mv3';

const texts = {
  en: {
    code: 'en-US',
    save: 'Save a backup',
    open: 'Open a backup:',
    restore: 'Restore',
    settings: 'Take over the settings, too',
    outcome: 'The backup is restored.',
    all: 'Delete everything',
    yes: 'Delete',
    seen: 'Who can see it',
    discreet: 'A discreet look',
  },
  ru: {
    code: 'ru-RU',
    save: 'Сохранить копию',
    open: 'Открыть копию:',
    restore: 'Восстановить',
    settings: 'Взять из копии и настройки',
    outcome: 'Всё из копии восстановлено.',
    all: 'Удалить всё',
    yes: 'Удалить',
    seen: 'Кто может это увидеть',
    discreet: 'Неприметный вид',
  },
};

for (const [name, words] of Object.entries(texts)) {
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('all that is kept comes back from a file after it was deleted', async ({ extension }) => {
      const { page } = extension;
      await extension.check(['max']);
      await extension.check(['viber']);
      await showPage(page, 'settings');
      await page.getByLabel(words.discreet).check();
      const before = await exported(page);
      await showPage(page, 'backup');
      const file = await saved(page, () => page.getByRole('button', { name: words.save }).click());
      expect(file.name).toMatch(/^dozvon-backup-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
      await showPage(page, 'settings');
      await page.getByRole('button', { name: words.all }).click();
      await page.getByRole('button', { name: words.yes, exact: true }).click();
      await expect(page.getByRole('heading', { name: words.seen })).toBeVisible();

      await open(page, words.open, file.bytes);
      await expect(page.getByRole('main')).toContainText('Max, Viber');
      expect(await axeViolations(page, '.backup')).toEqual([]);
      await page.getByLabel(words.settings).press('Space');
      await page.getByRole('button', { name: words.restore, exact: true }).press('Enter');
      await expect(page.getByText(words.outcome)).toBeVisible();

      expect(await exported(page)).toBe(before);
      await showPage(page, 'settings');
      await expect(page.getByLabel(words.discreet)).toBeChecked();
      // The yes is not among what a file brings.
      await showPage(page, 'overview');
      await expect(page.getByRole('heading', { name: words.seen })).toBeVisible();
      await expect(extension.ask('startRound', { services: ['max'] })).rejects.toThrow('agreed');
      expect(await databases(page)).toHaveLength(1);
      await extension.ask('agree', { check: false });
      await extension.check(['max']);
      expect(await extension.read('rounds')).toHaveLength(3);
    });
  });
}

test('a backup is added to what is here, each check once', async ({ extension }) => {
  const { page } = extension;
  const first = await extension.check(['max']);
  await showPage(page, 'backup');
  const file = await saved(page, () => page.getByRole('button', { name: 'Save a backup' }).click());
  const second = await extension.check(['max']);

  await open(page, 'Open a backup:', file.bytes);
  await expect(page.getByRole('main')).toContainText('of which 1 are here already');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('The backup is restored.')).toBeVisible();

  const rounds = await extension.read<Round>('rounds');
  expect(rounds).toEqual([first, second]);
});

test('a check that runs meanwhile stays, though all before is replaced', async ({
  extension,
  lab,
}) => {
  const { page } = extension;
  const { id: gone } = await extension.check(['max']);
  await open(page, 'Open a backup:', await longBackup(40));
  await page.getByLabel('Delete what is here, and keep only what the backup has').check();
  await lab.setWorld({ latencyMs: 500 });

  const id = await extension.ask('startRound', { services: ['max'] });
  await page.getByRole('button', { name: 'Replace the checks that are here' }).click();
  await expect(page.getByText('The backup is restored.')).toBeVisible({ timeout: 60_000 });

  const ids = (await extension.read<Round>('rounds')).map((round) => round.id);
  expect(ids).toHaveLength(41);
  expect(ids).toContain(id);
  expect(ids).not.toContain(gone);
});

test('a restoration that is cancelled changes nothing', async ({ extension }) => {
  const { page } = extension;
  const round = await extension.check(['max']);
  await open(page, 'Open a backup:', await longBackup(1_500));
  await expect(page.getByRole('region', { name: /^A backup of/ })).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Save a backup' })).toBeVisible();

  expect(await extension.read<Round>('rounds')).toEqual([round]);
  await expect.poll(() => databases(page)).toEqual(['dozvon']);
});

test('a file that is no whole backup changes nothing, and it is said why', async ({
  extension,
}) => {
  const { page } = extension;
  const round = await extension.check(['max']);
  const whole = await longBackup(3);

  await open(page, 'Open a backup:', whole.subarray(0, whole.length - 20));
  const problem = page.getByRole('alert').filter({ hasText: 'this file is cut off' });
  await expect(problem).toBeVisible();
  await open(page, 'Open a backup:', Buffer.from('PK'));
  await expect(problem).toBeVisible();

  expect(await extension.read<Round>('rounds')).toEqual([round]);
  expect(await databases(page)).toEqual(['dozvon']);
});

// From the first records that are written to the moment after the switch.
test('a browser that is killed while it restores has the one history or the other', async ({
  lab,
}) => {
  await lab.setWorld({});
  const file = await longBackup(300);
  const profile = mkdtempSync(join(lab.home, 'restored-'));
  const again = { build, profile, agrees: false, permitsRoute: false };
  let running = await launchExtension(lab, { build, profile });
  const round = await running.extension.check(['max']);
  try {
    for (const milliseconds of [100, 400, 800, 1_200, 2_000, 3_000]) {
      const { page } = running.extension;
      await open(page, 'Open a backup:', file);
      await page.getByRole('button', { name: 'Restore', exact: true }).click();
      // What is tried is a moment, which no event announces.
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await killBrowser(running);
      running = await launchExtension(lab, again);

      const { extension } = running;
      await expect.poll(() => databases(extension.page), `${milliseconds} ms`).toHaveLength(1);
      const rounds = await extension.read<Round>('rounds');
      expect([1, 301], `after ${milliseconds} ms`).toContain(rounds.length);
      expect(rounds.filter(({ id }) => id === round.id)).toEqual([round]);
    }
  } finally {
    await running.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function longBackup(count: number): Promise<Buffer> {
  const entries = longHistory(count).map(anEntry);
  const file = await writtenBackup({ entries, settings: usualSettings });
  return Buffer.from(await file.arrayBuffer());
}

async function open(page: Page, label: string, buffer: Buffer): Promise<void> {
  await showPage(page, 'backup');
  const file = { name: 'backup.jsonl.gz', mimeType: 'application/gzip', buffer };
  await page.getByLabel(label).setInputFiles(file);
}

async function saved(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await press();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** All checks, as JSON Lines. */
async function exported(page: Page): Promise<string> {
  await showPage(page, 'export');
  const section = page.getByRole('main');
  await section.getByRole('combobox').first().selectOption('jsonl');
  const file = await saved(page, () => section.getByRole('button').click());
  return file.bytes.toString('utf8');
}

function databases(page: Extension['page']): Promise<(string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}
