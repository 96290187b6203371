import type { Page } from '@playwright/test';
import { aRound } from '../helpers/rounds.ts';
import { alarmNames } from '../lab/browsers/alarms.ts';
import { writeRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

const languages = {
  en: { code: 'en-US', all: 'Delete everything', yes: 'Delete', no: 'Keep' },
  ru: { code: 'ru-RU', all: 'Удалить всё', yes: 'Удалить', no: 'Оставить' },
};
const begins = {
  en: { seen: 'Who can see it', agree: 'Start checking' },
  ru: { seen: 'Кто может это увидеть', agree: 'Начать проверки' },
};

for (const name of ['en', 'ru'] as const) {
  const words = { ...languages[name], ...begins[name] };
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('everything is deleted by keyboard, after one question, during a round', async ({
      extension,
      lab,
    }) => {
      const { page } = extension;
      await extension.check(['max']);
      await expect.poll(() => toolbarText(page)).not.toBe('?');
      // A silent messenger keeps the round running, however long the page takes.
      const silent = { names: ['.viber.com'], action: 'silent' as const };
      await lab.setWorld({ latencyMs: 300, tls: [silent] });
      await extension.ask('startRound', { services: null });
      await expect.poll(() => extension.read('journal')).not.toEqual([]);
      await showPage(page, 'settings');
      const button = page.getByRole('button', { name: words.all });
      const answer = (text: string) => page.getByRole('button', { name: text, exact: true });

      await button.press('Enter');
      await expect(answer(words.no)).toBeFocused();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(button).toBeFocused();
      expect(await extension.ask('getProgress'), 'the round goes on').not.toBeNull();
      await button.press('Enter');
      await page.keyboard.press('Shift+Tab');
      await expect(answer(words.yes)).toBeFocused();
      await page.keyboard.press('Enter');

      await expect(page.getByRole('heading', { name: words.seen })).toBeVisible();
      expect(await extension.ask('getProgress')).toBeNull();
      expect(await alarmNames(extension)).toEqual([]);
      expect(await stored(page)).toEqual([{}, {}, []]);
      expect(await toolbarText(page), 'as before the first check').toBe('?');
      await lab.setWorld({});
      await answer(words.agree).click();
      await expect.poll(() => extension.read('rounds'), { timeout: 60_000 }).toHaveLength(1);
    });
  });
}

test('a shorter time to keep the history deletes what is older at once', async ({ extension }) => {
  const { page } = extension;
  const { id } = await extension.check(['max']);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  await writeRecords(page, 'sealedRounds', [
    [-2, aRound({ id: 'old', startedAt: daysAgo(31) })],
    [-1, aRound({ id: 'young', startedAt: daysAgo(29) })],
  ]);

  await showPage(page, 'settings');
  await page.getByRole('combobox', { name: 'Keep the history for' }).selectOption('30 days');

  const ids = async () => (await extension.read<{ id: string }>('rounds')).map((one) => one.id);
  await expect.poll(ids).toEqual(['young', id]);
});

interface Storage {
  get(): Promise<object>;
}
interface Chrome {
  storage: Record<'local' | 'session', Storage>;
  action: { getBadgeText(of: object): Promise<string> };
}

function stored(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
    return [await storage.local.get(), await storage.session.get(), Object.keys(localStorage)];
  });
}

function toolbarText(page: Page): Promise<string> {
  return page.evaluate(() =>
    (globalThis as unknown as { chrome: Chrome }).chrome.action.getBadgeText({}),
  );
}
