import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dashboardStates } from '../gallery/dashboard-states.ts';
import type { PopupStateName } from '../gallery/popup-states.ts';
import {
  complete,
  type Ground,
  pageOf,
  type Shot,
  shownLanguages,
  states,
  type WholePage,
  wholePages,
} from '../gallery/shots.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test } from './gallery-fixtures.ts';
import { layoutFaults } from './layout-faults.ts';

// Each test opens its pages anew, so that the workers can share them out.
test.describe.configure({ mode: 'parallel' });

/** They say more than usual: what went wrong, or every kind of state at once. */
const tallStates = [
  'every-state',
  'unsaved',
  'newly-cut',
  'newly-open',
  'open-at-once',
  'paused-home-only',
];

const popupSize = { width: 380, height: 600 };
const dashboardSize = { width: 1024, height: 700 };
/** What a printer leaves of A4. */
const sheet = { width: 718, height: 1000 };
/** What a page has of a window in which it is twice as large. */
const atTwice = { width: 512, height: 350 };

/** In pixels, as “Very large” in the settings of browsers. */
const largeText = 24;
/** As much wider as the text is larger. */
const largePopupSize = { width: 570, height: 600 };

/** As WCAG 1.4.12 has it. */
const spacedOut = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
`;

for (const state of states) {
  for (const language of shownLanguages) {
    test(`${state} in ${language} is laid out well`, async ({ galleryPage: page }) => {
      await openPopup(page, { state, language, scheme: 'light dark' });

      await expectToFit(page, state);
      await expectLaidOutWell(page);
    });
  }
}

test('every state is laid out well on a screen as narrow as a phone', async ({
  galleryPage: page,
}) => {
  for (const state of states) {
    await openPopup(page, { state, language: 'ru', scheme: 'light' }, { width: 360, height: 640 });
    expect(await faults(page), state).toEqual([]);
  }
});

const usualPages = wholePages.filter(({ name }) => !(name in dashboardStates));

for (const whole of usualPages) {
  for (const language of shownLanguages) {
    test(`the page ${whole.name} in ${language} is laid out well`, async ({
      galleryPage: page,
    }) => {
      await openPage(page, whole, { language, scheme: 'light dark' });

      await expectLaidOutWell(page);
      if ((await unfold(page)) > 0) await expectLaidOutWell(page, 'unfolded');
    });
  }
}

for (const whole of wholePages.filter(({ name }) => name in dashboardStates)) {
  for (const language of shownLanguages) {
    test(`the dashboard’s state ${whole.name} in ${language} is laid out well`, async ({
      galleryPage: page,
    }) => {
      await openPage(page, whole, { language, scheme: 'light dark' });
      await expectLaidOutWell(page);
    });
  }
}

for (const name of ['overview', 'service', 'round']) {
  test(`the page ${name} is printed on white, whole, and without what can only be clicked`, async ({
    galleryPage: page,
  }) => {
    const whole = usualPages.find((one) => one.name === name) as WholePage;
    await openPage(page, whole, { language: 'ru', scheme: 'dark' });
    await unfold(page);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(sheet);

    const seen = () =>
      page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        ground: getComputedStyle(document.body).backgroundColor,
        pressed: [...document.querySelectorAll('button, nav')].filter((one) =>
          one.checkVisibility(),
        ),
      }));
    // Charts are drawn anew for the sheet's width.
    await expect
      .poll(seen)
      .toEqual({ width: sheet.width, ground: 'rgb(255, 255, 255)', pressed: [] });
    await page.emulateMedia({ media: null });
  });
}

// The longest words of a place are in another language each time.
for (const language of readdirSync('locales')) {
  test(`everything in ${language} has room, also at twice the size or with its text spaced out`, async ({
    galleryPage: page,
  }) => {
    const ground = { language, scheme: 'light' } as const;
    for (const whole of usualPages) {
      const { name } = whole;
      await openPage(page, whole, ground, atTwice);
      expect(await faults(page), `${name} at twice the size`).toEqual([]);
      await openPage(page, whole, ground);
      expect(await faults(page), name).toEqual([]);
      await page.addStyleTag({ content: spacedOut });
      expect(await faults(page), `${name} spaced out`).toEqual([]);
      await unfold(page);
      expect(await faults(page), `${name} unfolded`).toEqual([]);
      expect(await faultsOfQuestions(page), `${name} asking`).toEqual([]);
    }
    for (const state of states) {
      await openPopup(page, { state, ...ground });
      await expectToFit(page, state);
      expect(await faults(page), state).toEqual([]);
      await page.addStyleTag({ content: spacedOut });
      expect(await faults(page), `${state} spaced out`).toEqual([]);
    }
  });
}

for (const language of shownLanguages) {
  test(`everything in ${language} grows with the browser’s size of text, and has room`, async ({
    galleryPage: page,
  }) => {
    const ground = { language, scheme: 'light' } as const;
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: largeText } });
    for (const whole of wholePages) {
      await openPage(page, whole, ground);
      expect(await faults(page), whole.name).toEqual([]);
    }
    for (const state of states) {
      await openPopup(page, { state, ...ground }, largePopupSize);
      expect(await faults(page), state).toEqual([]);
      const { width, text } = await page.evaluate(() => ({
        width: document.body.offsetWidth,
        text: getComputedStyle(document.body).fontSize,
      }));
      expect({ width, text }, state).toEqual({ width: largePopupSize.width, text: '21px' });
    }
    // The size goes with it.
    await session.detach();
  });
}

async function openPopup(page: Page, shot: Shot, size = popupSize): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(pageOf(shot));
  await page.locator(complete).first().waitFor({ state: 'attached' });
}

async function openPage(
  page: Page,
  { address, complete: whole }: WholePage,
  ground: Ground,
  size = dashboardSize,
): Promise<void> {
  await page.setViewportSize(size);
  // Else only the part after # might change, and the page would not load anew.
  await page.goto('about:blank');
  await page.goto(address(ground));
  await page.locator(whole).first().waitFor();
}

/** A browser shows no more of a popup than this without scrolling. */
async function expectToFit(page: Page, state: PopupStateName): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!tallStates.includes(state)) expect(height, state).toBeLessThanOrEqual(600);
}

/** In the light and in the dark. */
async function expectLaidOutWell(page: Page, what = 'at first'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faults(page), `${what}, ${colorScheme}`).toEqual([]);
    expect(await axeViolations(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

function faults(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate(layoutFaults, within);
}

/** Unfolds all that is folded, and what is folded in that; how much there was. */
async function unfold(page: Page): Promise<number> {
  const folded = page.locator('details:not([open]) > summary, button[aria-expanded=false]');
  for (let unfolded = 0; ; ) {
    const more = await folded.evaluateAll((all: HTMLElement[]) => {
      for (const one of all) one.click();
      return all.length;
    });
    if (more === 0) return unfolded;
    unfolded += more;
  }
}

/** Of all questions that the page can ask, one after the other. */
async function faultsOfQuestions(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const question of await page.locator('dialog').all()) {
    await question.evaluate((one: HTMLDialogElement) => one.showModal());
    found.push(...(await faults(page, 'dialog[open]')));
    await question.evaluate((one: HTMLDialogElement) => one.close());
  }
  return found;
}
