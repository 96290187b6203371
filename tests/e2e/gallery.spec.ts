import { readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { findChromium } from '../../scripts/find-browser.mjs';
import { dashboardStates } from '../gallery/dashboard-states.ts';
import { type Gallery, serveGallery } from '../gallery/serve.ts';
import {
  complete,
  type Ground,
  grounds,
  pageOf,
  shots,
  states,
  type WholePage,
  wholePages,
} from '../gallery/shots.ts';
import { chromiumArguments } from '../lab/browsers/chromium-arguments.ts';
import { layoutFaults } from './layout-faults.ts';

let gallery: Gallery;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  const { path } = await findChromium();
  gallery = await serveGallery();
  browser = await chromium.launch({
    ...(path !== null && { executablePath: path }),
    args: chromiumArguments,
  });
  // axe takes only pages whose context was made on purpose.
  page = await (await browser.newContext()).newPage();
});

test.afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** They say more than usual: what went wrong, or every kind of state at once. */
const tallStates = ['every-state', 'unsaved'];

const popupSize = { width: 380, height: 600 };
const dashboardSize = { width: 1024, height: 700 };
/** What a page has of a window in which it is twice as large. */
const atTwice = { width: 512, height: 350 };

/** As WCAG 1.4.12 has it. */
const spacedOut = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
`;

for (const shot of shots) {
  const { state, language, scheme } = shot;

  test(`${state} in ${language}, ${scheme}, is laid out well`, async () => {
    await openPopup(shot);

    expect(await faults()).toEqual([]);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!tallStates.includes(state)) expect(height).toBeLessThanOrEqual(600);
    expect(await axeViolations()).toEqual([]);
  });
}

test('every state is laid out well on a screen as narrow as a phone', async () => {
  for (const state of states) {
    await openPopup({ state, language: 'ru', scheme: 'light' }, { width: 360, height: 640 });
    expect(await faults(), state).toEqual([]);
  }
});

const usualPages = wholePages.filter(({ name }) => !(name in dashboardStates));

for (const whole of usualPages) {
  for (const ground of grounds) {
    test(`the page ${whole.name} in ${ground.language}, ${ground.scheme}, is laid out well`, async () => {
      await openPage(whole, ground);

      expect(await faults()).toEqual([]);
      expect(await axeViolations()).toEqual([]);
      if ((await unfold()) > 0) expect(await axeViolations()).toEqual([]);
    });
  }
}

for (const ground of grounds) {
  test(`every state of the dashboard in ${ground.language}, ${ground.scheme}, is laid out well`, async () => {
    for (const whole of wholePages.filter(({ name }) => name in dashboardStates)) {
      await openPage(whole, ground);
      expect(await faults(), whole.name).toEqual([]);
      expect(await axeViolations(), whole.name).toEqual([]);
    }
  });
}

// The longest words of a place are in another language each time.
for (const language of readdirSync('locales')) {
  test(`everything in ${language} has room, also at twice the size or with its text spaced out`, async () => {
    const ground = { language, scheme: 'light' } as const;
    for (const whole of usualPages) {
      const { name } = whole;
      await openPage(whole, ground, atTwice);
      expect(await faults(), `${name} at twice the size`).toEqual([]);
      await openPage(whole, ground);
      expect(await faults(), name).toEqual([]);
      await page.addStyleTag({ content: spacedOut });
      expect(await faults(), `${name} spaced out`).toEqual([]);
      await unfold();
      expect(await faults(), `${name} unfolded`).toEqual([]);
      expect(await faultsOfQuestions(), `${name} asking`).toEqual([]);
    }
    for (const state of states) {
      await openPopup({ state, ...ground });
      expect(await faults(), state).toEqual([]);
      await page.addStyleTag({ content: spacedOut });
      expect(await faults(), `${state} spaced out`).toEqual([]);
    }
  });
}

async function openPopup(shot: (typeof shots)[number], size = popupSize): Promise<void> {
  await page.setViewportSize(size);
  await page.goto(gallery.address(pageOf(shot)));
  await page.locator(complete).first().waitFor({ state: 'attached' });
}

async function openPage(
  { address, complete: whole }: WholePage,
  ground: Ground,
  size = dashboardSize,
): Promise<void> {
  await page.setViewportSize(size);
  // Else only the part after # might change, and the page would not load anew.
  await page.goto('about:blank');
  await page.goto(gallery.address(address(ground)));
  await page.locator(whole).first().waitFor();
}

const faults = (within = 'body'): Promise<string[]> => page.evaluate(layoutFaults, within);

/** Unfolds all that is folded, and what is folded in that; how much there was. */
async function unfold(): Promise<number> {
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
async function faultsOfQuestions(): Promise<string[]> {
  const found: string[] = [];
  for (const question of await page.locator('dialog').all()) {
    await question.evaluate((one: HTMLDialogElement) => one.showModal());
    found.push(...(await faults('dialog[open]')));
    await question.evaluate((one: HTMLDialogElement) => one.close());
  }
  return found;
}

async function axeViolations(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
