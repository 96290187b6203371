import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import { expect, test } from './fixtures.ts';
import { press } from './press.ts';

const build = '.output/firefox-mv3';
const patient = { timeout: 30_000 };
const text = 'New provider, wires from the attic';

test('Firefox keeps a note on the timeline', async ({ lab }) => {
  await lab.setWorld({});
  const browser = await firefoxLauncher({ stores: build, research: build })(lab, {});
  try {
    const { page } = browser;
    await showPage(page, 'timeline');
    await press(page, 'Add a note');
    await expect.poll(() => page.evaluate(fillIn, { day: '2026-02-03', text }), patient).toBe(true);
    await press(page, 'Save');
    const wanted = { day: 'February 3, 2026', text };
    await expect.poll(() => notesOf(page), patient).toEqual([wanted]);

    await page.evaluate(() => location.reload(), null);

    await expect.poll(() => notesOf(page), patient).toEqual([wanted]);
  } finally {
    await browser.close();
  }
});

/** Runs in the page: types into the form. */
function fillIn({ day, text: words }: { day: string; text: string }): boolean {
  const form = document.querySelector<HTMLFormElement>('form.note-form');
  const [note, date] = form?.querySelectorAll('input') ?? [];
  if (note === undefined || date === undefined) return false;
  note.value = words;
  note.dispatchEvent(new Event('input', { bubbles: true }));
  date.value = day;
  date.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** The notes that the timeline shows; none while the page is loading. */
function notesOf(page: ExtensionPage): Promise<{ day: string; text: string }[]> {
  const read = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.timeline li.note')].map((note) => ({
          day: note.parentElement?.closest('li')?.querySelector('h2')?.textContent ?? '',
          text: note.querySelector('p')?.textContent ?? '',
        })),
      null,
    );
  return read().catch(() => []);
}
