import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { createAsk } from '../../scripts/check/ask.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { chromiumIdOf, firefoxIdOf, manageByPolicy } from '../lab/browsers/policy.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';

const builds = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };
const launchFirefox = firefoxLauncher({ stores: builds.firefox, research: builds.firefox });

const items = {
  everyMinutes: 60,
  services: { viber: false },
  keptDays: 365,
  label: 'Офис 3',
  language: 'ru',
  locked: ['everyMinutes', 'services', 'label', 'language'],
};
const set = { agreed: true, everyMinutes: 60, keptDays: 365, services: { viber: false } };

declare const chrome: {
  storage: {
    local: { get(key: string): Promise<{ checks?: CheckSettings; language?: string }> };
  };
};

/** The settings as they are stored. */
async function settingsOf(page: ExtensionPage): Promise<CheckSettings | undefined> {
  const { checks } = await page.evaluate(() => chrome.storage.local.get('checks'), null);
  return checks;
}

async function languageOf(page: ExtensionPage): Promise<string | undefined> {
  const { language } = await page.evaluate(() => chrome.storage.local.get('language'), null);
  return language;
}

const manage = (home: string, wanted: object) =>
  manageByPolicy(home, 'chromium', { id: chromiumIdOf(builds.chromium), items: wanted });

test.describe('in Chromium, an organisation’s policy', () => {
  let end = (): void => {};
  test.afterEach(() => end());

  test('is a yes, sets what it names, and locks what it says', async ({ lab }) => {
    await lab.setWorld({});
    end = manage(lab.home, items);
    const launched = await launchExtension(lab, {
      build: builds.chromium,
      agrees: false,
      permitsRoute: false,
    });
    try {
      const { page, ask } = launched.extension;
      await expect.poll(() => settingsOf(page)).toMatchObject(set);
      // It is stored after the rest, and a page reads it once.
      await expect.poll(() => languageOf(page)).toBe('ru');
      await page.reload();
      await showPage(page, 'settings');
      await expect(
        page.getByRole('heading', { name: 'Настроено вашей организацией' }),
      ).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Автоматические проверки' })).toBeDisabled();
      await expect(page.getByRole('checkbox', { name: 'Viber' }).first()).toBeDisabled();
      for (const choice of await page.getByRole('combobox', { name: 'Язык' }).all()) {
        await expect(choice).toBeDisabled();
      }
      await expect(page.getByRole('combobox', { name: 'Хранить историю' })).toBeEnabled();

      await expect(ask('changeSettings', { everyMinutes: 5 })).rejects.toThrow(
        'everyMinutes: found 5, allowed: what the organisation has set',
      );
      await ask('changeSettings', { keptDays: 90 });
      await ask('resetSettings');

      expect(await settingsOf(page)).toMatchObject({ ...set, keptDays: 90 });
      const round = await launched.extension.check();
      expect(round.services.map(({ id }) => id)).not.toContain('viber');

      await showPage(page, 'export');
      const label = page.getByLabel('Название этой сети');
      await expect(label).toBeDisabled();
      await expect(label).toHaveValue('Офис 3');
      await expect(label).toHaveAccessibleDescription('Настроено вашей организацией');
      expect(await labelsSaved(page)).toEqual(new Set(['Офис 3']));

      // The page loads anew, perhaps before the answer.
      const loaded = page.waitForEvent('load');
      await Promise.allSettled([ask('deleteEverything'), loaded]);
      await loaded;

      // The organisation's yes stands, and what it has set.
      await expect.poll(() => settingsOf(page)).toMatchObject(set);
    } finally {
      await launched.close();
    }
  });

  test('that does not fit changes nothing, and is named; one that is gone takes its yes with it', async ({
    lab,
  }) => {
    await lab.setWorld({});
    const profile = mkdtempSync(join(lab.home, 'managed-'));
    const start = (wanted: object | null) => {
      end();
      end = wanted === null ? () => {} : manage(lab.home, wanted);
      return launchExtension(lab, {
        build: builds.chromium,
        profile,
        agrees: false,
        permitsRoute: false,
      });
    };
    const first = await start(items);
    await expect.poll(() => settingsOf(first.extension.page)).toMatchObject(set);
    await first.quit();

    const second = await start({ everyMinutes: 7, keptDays: 30 });
    const { page } = second.extension;
    const problem = 'everyMinutes: found 7, allowed: 0, 5, 15, 30, 60, 180';
    await expect.poll(() => settingsOf(page)).toMatchObject({ ...set, organisation: { problem } });
    await page.reload();
    await showPage(page, 'settings');
    await expect(page.getByRole('alert').filter({ hasText: problem })).toBeVisible();
    await second.quit();

    const third = await start(null);
    await expect
      .poll(() => settingsOf(third.extension.page))
      .toMatchObject({ ...set, agreed: false, organisation: null });
    await third.close();
  });
});

/** What the rows of the usual file call the network. */
async function labelsSaved(page: Page): Promise<Set<string | undefined>> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Сохранить файл' }).click();
  const text = readFileSync(await (await coming).path(), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return new Set(data.map(({ network_label: label }) => label));
}

/** The name of the network on the page of files; null before that shows. */
function shownLabel(page: ExtensionPage): Promise<object | null> {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[aria-describedby=how-label]');
    return field && { value: field.value, isDisabled: field.disabled };
  }, null);
}

test('in Firefox, an organisation’s policy is a yes, sets what it names, and locks what it says', async ({
  lab,
}) => {
  await lab.setWorld({});
  const end = manageByPolicy(lab.home, 'firefox', { id: firefoxIdOf(builds.firefox), items });
  const setup = { hostsByNameOnly: true, agrees: false, permitsRoute: false };
  try {
    const browser = await launchFirefox(lab, setup);
    try {
      const ask = createAsk(browser.page);
      await expect.poll(() => settingsOf(browser.page)).toMatchObject(set);
      await expect(ask('changeSettings', { services: { viber: true } })).rejects.toThrow(
        'services: found {"viber":true}, allowed: what the organisation has set',
      );
      const round = await browser.check();
      expect(round.services.map(({ id, state }) => [id, state])).toContainEqual(['whatsapp', 'ok']);
      expect(round.services.map(({ id }) => id)).not.toContain('viber');
      await showPage(browser.page, 'export');
      await expect
        .poll(() => shownLabel(browser.page))
        .toEqual({ value: 'Офис 3', isDisabled: true });
    } finally {
      await browser.close();
    }
  } finally {
    end();
  }
});
