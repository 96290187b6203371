import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { waitForSettledNetwork } from '../../scripts/check/settle.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { household } from '../lab/tunnel/household.ts';
import type { ExitDescription } from '../lab/world/description.ts';
import { axeViolations, axeViolationsByScheme } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

const exit: ExitDescription = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };

test('separates checks through a tunnel from those without it', async ({ extension, lab }) => {
  const { page } = extension;
  await lab.setWorld({
    tunnel: { exit, isOff: true },
    tls: [{ names: ['.viber.com'], action: 'reset', callers: [household.address] }],
  });
  const without = await extension.check(['viber', 'vk']);
  await lab.tunnelUp();
  await waitForSettledNetwork(page);
  const through = await extension.check(['viber', 'vk']);
  // The last bar is the hour of the first check, though the next hour may have begun.
  await page.clock.setFixedTime(without.startedAt);
  await page.reload();

  const pairs = page.getByRole('table', { name: /^What was last seen each way/ }).getByRole('row');
  await expect(pairs.filter({ hasText: 'Viber' })).toContainText(/Does not open.*Opens/);
  // It is not asked through a detour, so there is nothing to compare.
  await expect(pairs.filter({ hasText: 'VK' })).toHaveCount(0);
  const bars = page.getByRole('slider', { name: 'Viber over time' });
  await expect(bars).toHaveAttribute('aria-valuetext', /Does not open \(1\)/);
  // Only the check without it counts: through it, nobody at home was asked.
  await expect(page.getByRole('listitem').filter({ hasText: 'of results' })).toHaveText([
    'VK opened in 100% of results: 1 of 1',
    'Viber opened in 0% of results: 0 of 1',
  ]);
  await page.clock.setFixedTime(through.startedAt);
  await page.reload();
  await page.getByRole('button', { name: 'Not through your provider (1)' }).click();
  await expect(bars).not.toHaveAttribute('aria-valuetext', /Does not open/);
  expect(await axeViolations(page)).toEqual([]);
});

const settings = {
  en: {
    code: 'en-US',
    calls: 'Also compare the way that calls go',
    home: 'My home country',
    pages: {
      overview: /^Overview/,
      round: /^Check of .*20\d\d/,
      roundTab: 'One check · Dozvon',
      settings: /^Settings/,
      export: /^Save to a file/,
      backup: /^Backup/,
      share: /^Share/,
      about: /^About/,
      nowhere: /^No such page/,
    },
  },
  ru: {
    code: 'ru-RU',
    pages: {
      overview: /^Обзор/,
      round: /^Проверка: .*20\d\d/,
      roundTab: 'Одна проверка · Дозвон',
      settings: /^Настройки/,
      export: /^Сохранить в файл/,
      backup: /^Резервная копия/,
      share: /^Поделиться/,
      about: /^О Дозвоне/,
      nowhere: /^Такой страницы нет/,
    },
  },
};

for (const [name, words] of Object.entries(settings)) {
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code });

    test('has pages without axe violations', async ({ extension }) => {
      const { page } = extension;
      const { id } = await extension.check(['viber', 'vk']);
      for (const [address, heading, tab = heading] of [
        ['overview', words.pages.overview],
        ['service/viber', /^Viber/],
        [`round/${id}`, words.pages.round, words.pages.roundTab],
        ['settings', words.pages.settings],
        ['share', words.pages.share],
        ['export', words.pages.export],
        ['backup', words.pages.backup],
        ['about', words.pages.about],
        ['nowhere', words.pages.nowhere],
      ] as const) {
        await showPage(page, address);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
        await expect(page).toHaveTitle(tab);
        // What is folded is a state of the page too.
        for (const summary of await page.locator('main summary').all()) await summary.click();
        expect(await axeViolationsByScheme(page), address).toEqual({ light: [], dark: [] });
      }
    });
  });
}

test('leads from a bar to its check and back, by keyboard alone', async ({ extension }) => {
  const { page } = extension;
  const { id, startedAt } = await extension.check(['viber', 'vk']);
  // The last bar is the hour of the check, though the next hour may have begun.
  await page.clock.setFixedTime(startedAt);
  await page.reload();

  const bars = page.getByRole('slider', { name: 'Viber over time' });
  await expect(bars).toHaveAttribute('aria-valuetext', /: Opens \(1\)$/);
  await tabTo(page, 'Viber over time');
  await page.keyboard.press('ArrowLeft');
  await expect(bars).toHaveAttribute('aria-valuetext', /: No checks$/);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('slider', { name: 'VK over time' })).toBeFocused();
  const check = page.getByRole('list', { name: 'Checks of this time' }).getByRole('link');
  await expect(check).toHaveText(/Opens$/);
  await page.keyboard.press('Tab');
  await expect(check).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(
    page.getByRole('heading', { level: 1, name: settings.en.pages.round }),
  ).toBeFocused();
  expect(new URL(page.url()).hash).toBe(`#round/${id}`);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused();
});

test('makes a picture of the latest check to show to others', async ({ extension }) => {
  const { page } = extension;
  await extension.check(['viber', 'vk']);
  await showPage(page, 'share');
  await expect(page.getByRole('img', { name: /Viber: Opens/ })).toBeVisible();

  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the picture' }).click();
  const file = readFileSync(await (await started).path());

  expect(file.subarray(1, 4).toString()).toBe('PNG');
  // The width that was drawn, not that of an empty canvas.
  expect(file.readUInt32BE(16)).toBe(1080);
});

test('compares calls for a named home, by keyboard alone, and stores no address', async ({
  extension,
  lab,
}) => {
  const { page } = extension;
  await lab.setWorld({ tunnel: { exit, carriesTcpOnly: true } });
  await waitForSettledNetwork(page);
  const calls = page.getByRole('checkbox', { name: settings.en.calls });
  const home = page.getByRole('combobox', { name: settings.en.home });

  await showPage(page, 'settings');
  await tabTo(page, settings.en.calls);
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(home).toBeFocused();
  await page.keyboard.type('Russ');
  await page.keyboard.press('Tab');
  await expect(home).toHaveValue('RU');
  await expect.poll(() => stored(page)).toContain('"homeCountry":"RU"');
  const { routing } = await extension.check();
  await showPage(page, 'overview');

  const signals = routing.signals.map(({ id }) => id);
  expect(signals).toEqual(expect.arrayContaining(['home-elsewhere', 'calls-differ']));
  const route = page.getByRole('group').filter({ hasText: 'The internet works' });
  await route.locator('summary').click();
  await expect(route).toContainText('You said that your home is another country');
  await showPage(page, 'settings');
  await page.reload();
  await expect(calls).toBeChecked();
  await expect(home).toHaveValue('RU');
  const kept = await stored(page);
  expect(kept).toContain('calls-differ');
  expect(kept).not.toContain(household.address);
  expect(kept).not.toContain(exit.address);
});

/** Presses Tab until the element with the name has the focus; throws if it never does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByLabel(name);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

/** Everything that the extension stores, as text. */
async function stored(page: Page): Promise<string> {
  const items = await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'session', { get(): Promise<object> }> };
    };
    const { local, session } = chrome.storage;
    return [await local.get(), await session.get(), Object.entries(localStorage)];
  });
  const stores = ['sealedRounds', 'sealedJournal', 'sealedFacts'] as const;
  const records = await Promise.all(stores.map((store) => readRecords(page, store)));
  return JSON.stringify([items, records]);
}
