import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { textOf } from '../helpers/exports.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/firefox-mv3';

test('Firefox saves what was checked, from the dashboard', async ({ lab }) => {
  await lab.setWorld({});
  const browser = await firefoxLauncher({ stores: build, research: build })(lab, {});
  try {
    const { page } = browser;
    const round = await browser.check();
    await showPage(page, 'export');
    await expect.poll(() => hasSection(page), { timeout: 30_000 }).toBe(true);

    await page.evaluate(pressSave, null);

    await expect.poll(() => savedText(page), { timeout: 60_000 }).not.toBeNull();
    expect(await savedText(page)).toBe(await textOf('csv', [round]));
  } finally {
    await browser.close();
  }
});

/** Whether the page has heard of the check. */
function hasSection(page: ExtensionPage): Promise<boolean> {
  return page.evaluate(() => document.querySelector('.export .actions button') !== null, null);
}

interface Saved {
  saved?: string;
}

/** Runs in the page: keeps what the page offers as a file, and asks for it. */
function pressSave(): void {
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => {
    void file.text().then((text) => {
      (globalThis as Saved).saved = text;
    });
    return create(file);
  };
  document.querySelector<HTMLButtonElement>('.export .actions button')?.click();
}

function savedText(page: ExtensionPage): Promise<string | null> {
  return page.evaluate(() => (globalThis as Saved).saved ?? null, null);
}
