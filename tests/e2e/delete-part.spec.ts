import type { Locator, Page } from '@playwright/test';
import type { Round } from '../../lib/model/round.ts';
import { aRound } from '../helpers/rounds.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { readHistoryKeys, writeRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { buildService } from '../unit/view/build-round.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

const languages = {
  en: {
    code: 'en-US',
    part: 'Delete a part',
    from: 'From',
    to: 'To',
    days: 'Delete these days',
    daysCount: /: this deletes 3 checks\./,
    service: 'All results of a messenger or site',
    its: 'Delete its results',
    serviceCount: /This deletes Signal from 4 checks\./,
    round: 'Delete this check',
    gone: 'This check is not in the history',
    yes: 'Delete',
    no: 'Keep',
  },
  ru: {
    code: 'ru-RU',
    part: 'Удалить часть',
    from: 'С',
    to: 'По',
    days: 'Удалить эти дни',
    daysCount: /: под удаление попадают 3 проверки\./,
    service: 'Все результаты мессенджера или сайта',
    its: 'Удалить его результаты',
    serviceCount: /Результаты Signal исчезнут из 4 проверок\./,
    round: 'Удалить эту проверку',
    gone: 'В истории такой проверки нет',
    yes: 'Удалить',
    no: 'Оставить',
  },
};

/** A check on that day by UTC, as by the clock of the lab. */
function onDay(day: number): Round {
  const telegram = { ...buildService(), id: 'telegram', name: 'Telegram' };
  return aRound({
    id: `day-${day}`,
    startedAt: `2026-10-0${day}T12:00:00.000Z`,
    services: [buildService(), telegram],
  });
}

/** Checks of seven days among two of today, all in the index. */
async function fillHistory(extension: Extension): Promise<void> {
  await extension.check(['max']);
  const records = [1, 2, 3, 4, 5, 6, 7].map((day): [null, Round] => [null, onDay(day)]);
  await writeRecords(extension.page, 'sealedRounds', records);
  await extension.check(['max']);
}

const rounds = async (extension: Extension) =>
  (await extension.read<Round>('rounds')).map(({ id, services }) => ({
    id,
    services: services.map((service) => service.id).join(),
  }));

/** Waits until no key is left but a new one; a check that runs comes first. */
async function isMoved(page: Page, before: string | null): Promise<void> {
  const current = async () => {
    const keys = await readHistoryKeys(page);
    return keys.former === null ? keys.current : before;
  };
  await expect.poll(current, { timeout: 90_000 }).not.toBe(before);
}

for (const name of ['en', 'ru'] as const) {
  const words = languages[name];
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('days, a messenger and a check are deleted by keyboard, each after one question', async ({
      extension,
    }) => {
      const { page } = extension;
      await fillHistory(extension);
      const answer = (text: string) => page.getByRole('button', { name: text, exact: true });
      const confirm = async (button: Locator) => {
        const { current } = await readHistoryKeys(page);
        await button.press('Enter');
        await expect(answer(words.no)).toBeFocused();
        await page.keyboard.press('Shift+Tab');
        await expect(answer(words.yes)).toBeFocused();
        await page.keyboard.press('Enter');
        await isMoved(page, current);
      };

      await showPage(page, 'settings');
      const part = page.getByRole('region', { name: words.part });
      await part.getByLabel(words.from, { exact: true }).fill('2026-10-03');
      await part.getByLabel(words.to, { exact: true }).fill('2026-10-05');
      await expect(part).toContainText(words.daysCount);
      expect(await axeViolations(page, '.delete-part')).toEqual([]);
      await confirm(answer(words.days));

      const left = ['day-1', 'day-2', 'day-6', 'day-7'];
      const invented = async () => (await rounds(extension)).slice(1, -1);
      expect((await invented()).map(({ id }) => id)).toEqual(left);
      await part.getByLabel(words.service).selectOption('Signal');
      await expect(part).toContainText(words.serviceCount);
      await confirm(answer(words.its));

      expect(await invented()).toEqual(left.map((id) => ({ id, services: 'telegram' })));
      await showPage(page, 'round/day-6');
      await confirm(answer(words.round));

      expect((await invented()).map(({ id }) => id)).toEqual(['day-1', 'day-2', 'day-7']);
      await expect(page.getByText(words.gone)).toBeVisible();
      const round = await extension.check(['max']);
      expect((await rounds(extension)).at(-1)?.id, 'checks go on').toBe(round.id);
    });
  });
}

test('a check that runs is waited for, and deleted with its day', async ({ extension, lab }) => {
  const { page } = extension;
  await extension.check(['max']);
  await lab.setWorld({ latencyMs: 300 });
  await extension.ask('startRound', { services: null });
  await expect.poll(() => extension.read('journal')).not.toEqual([]);
  const { current } = await readHistoryKeys(page);

  const [from, to] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  await extension.ask('deletePart', { from: from ?? '', to: to ?? '' });

  expect(await extension.ask('getProgress'), 'it goes on').not.toBeNull();
  await isMoved(page, current);
  expect(await rounds(extension)).toEqual([]);
  expect(await extension.ask('getProgress')).toBeNull();
});
