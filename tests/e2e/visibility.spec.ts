import type { Page } from '@playwright/test';
import { showPage } from '../lab/browsers/show-page.ts';
import { isBrowserOwn } from '../lab/wire/hosts.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';

const languages = {
  en: { code: 'en-US', title: 'Who can see what', provider: 'Your internet provider' },
  ru: { code: 'ru-RU', title: 'Кто что увидит', provider: 'Провайдер' },
};

/** Follows the link, which opens a tab of its own. */
async function follow(page: Page, link: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: link }).click();
  return opened;
}

for (const [name, words] of Object.entries(languages)) {
  test.describe(`in ${name}`, () => {
    test.use({ language: words.code, agrees: false });

    test('the first page leads to who can see what, without a request', async ({
      extension,
      lab,
    }) => {
      const page = await follow(await extension.firstPage(), words.title);

      await expect(page).toHaveURL(extension.address('visibility.html'));
      await expect(page).toHaveTitle(words.title);
      const headings = page.getByRole('heading', { level: 2 });
      await expect(headings).toHaveText([words.title]);
      await expect(page.getByRole('heading', { name: words.provider })).toBeVisible();
      await expect(page.getByRole('link')).toHaveCount(0);
      await expect(page.getByRole('table')).toHaveCount(0);
      expect(await axeViolations(page)).toEqual([]);
      const names = (await lab.log()).flatMap(({ name: asked }) => asked ?? []);
      expect(names.filter((asked) => !isBrowserOwn(asked))).toEqual([]);
    });
  });
}

test('the dashboard leads there too, and the language can be switched', async ({ extension }) => {
  await showPage(extension.page, 'about');
  const page = await follow(extension.page, languages.en.title);

  await page.getByRole('combobox', { name: 'Language' }).selectOption('Русский');

  await expect(page.getByRole('heading', { level: 2 })).toHaveText([languages.ru.title]);
  await expect(page).toHaveTitle(languages.ru.title);
});
