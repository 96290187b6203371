import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { dashboardGrounds, dashboardPages } from '../tests/gallery/dashboard-pages.ts';
import { dashboardStates } from '../tests/gallery/dashboard-states.ts';
import { type Gallery, serveGallery } from '../tests/gallery/serve.ts';
import { complete, pageOf, type Shot, type WholePage, wholePages } from '../tests/gallery/shots.ts';
import { findChromium } from './find-browser.mjs';
import { shrinkPng } from './screens/shrink-png.ts';
import { say } from './setup/index.mjs';

/** Room for all states, eight in a row. */
const viewport = { width: 8 * 392 + 12, height: 600 };
const folder = 'docs/screens';

/** The sheets of all states show each language once, and each ground. */
const sheets = [
  { language: 'ru', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
  { language: 'fa', scheme: 'light' },
];

/** Of each page as it usually is. */
const picturedPages: WholePage[] = wholePages.filter(
  ({ name }) => name in dashboardPages || !(name in dashboardStates),
);

const dashboardScreen = { viewport: { width: 1024, height: 700 } };

/** Stores want 1280 × 800, in which the popup is larger than on the screen. */
const storeFolder = 'store/screens';
const storeViewport = { width: 1024, height: 640 };
const storeScale = 1.25;
/** Those of `store/listing.*.md`. */
const storeLanguages = ['en', 'ru'];

/** Two states beside each other make a picture for a store. */
const storePictures: { name: string; scheme: Shot['scheme']; states: Shot['state'][] }[] = [
  { name: 'states', scheme: 'light', states: ['first-run', 'february'] },
  { name: 'network', scheme: 'dark', states: ['check-again', 'home-only'] },
];

const { values } = parseArgs({
  options: {
    screens: { type: 'boolean', default: false },
    store: { type: 'boolean', default: false },
  },
});
const gallery = await serveGallery();
if (values.screens || values.store) {
  await withBrowser((browser) =>
    values.store ? takeStorePictures(browser, gallery) : takeScreens(browser, gallery),
  );
  await gallery.close();
} else {
  say(`The gallery is at ${gallery.address('index.html')} until you press Ctrl+C.`);
}

async function withBrowser(run: (browser: Browser) => Promise<void>): Promise<void> {
  const { path } = await findChromium();
  const browser = await chromium.launch({
    ...(path !== null && { executablePath: path }),
    args: ['--no-sandbox'],
  });
  try {
    await run(browser);
  } finally {
    await browser.close();
  }
}

async function takeScreens(browser: Browser, served: Gallery): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await takePopup(browser, served);
  await takePages(browser, served);
}

async function takePopup(browser: Browser, { address }: Gallery): Promise<void> {
  const page = await browser.newPage({ viewport });
  for (const sheet of sheets) {
    await page.goto(address(`index.html?${new URLSearchParams({ ...sheet, only: 'popup' })}`));
    await untilComplete(page);
    const file = `${folder}/popup.${sheet.language}.${sheet.scheme}.png`;
    await takePicture(page, file);
  }
}

async function takePages(browser: Browser, { address }: Gallery): Promise<void> {
  const context = await browser.newContext({ ...dashboardScreen, timezoneId: 'Europe/Moscow' });
  const page = await context.newPage();
  for (const { name, complete: whole, address: addressOn } of picturedPages) {
    for (const { language, scheme, note } of dashboardGrounds) {
      // Else only the part after # would change, and the page would not load anew.
      await page.goto('about:blank');
      await page.goto(address(addressOn({ language, scheme, note })));
      await page.locator(whole).first().waitFor();
      // What was asked of one service, of which the others have the like.
      if (name === 'round') await page.locator('.evidence summary').first().click();
      const file = `${folder}/${name}.${language}.${scheme}.png`;
      await takePicture(page, file);
    }
  }
}

/** Of all that the page has, as small as it can be: pictures stay in the repository for good. */
async function takePicture(page: Page, file: string): Promise<void> {
  writeFileSync(file, shrinkPng(await page.screenshot({ fullPage: true })));
  say(file);
}

async function takeStorePictures(browser: Browser, { address }: Gallery): Promise<void> {
  mkdirSync(storeFolder, { recursive: true });
  const page = await browser.newPage({ viewport: storeViewport, deviceScaleFactor: storeScale });
  for (const { name, scheme, states } of storePictures) {
    for (const language of storeLanguages) {
      const frames = states.map((state) => address(pageOf({ state, language, scheme })));
      await page.setContent(storePage(scheme, frames));
      await untilComplete(page);
      const file = `${storeFolder}/${name}.${language}.png`;
      await page.screenshot({ path: file });
      say(file);
    }
  }
}

function storePage(scheme: Shot['scheme'], frames: readonly string[]): string {
  const ground = scheme === 'light' ? '#d7dee5' : '#0b0d0f';
  const body = `margin: 0; height: 100vh; display: flex; align-items: center; justify-content: space-evenly; background: ${ground}`;
  const frame = 'width: 380px; height: 600px; border: 0; border-radius: 12px';
  return `<body style="${body}">${frames.map((src) => `<iframe style="${frame}" src="${src}"></iframe>`).join('')}`;
}

async function untilComplete(page: Page): Promise<void> {
  for (const frame of await page.locator('iframe').all()) {
    await frame.contentFrame().locator(complete).first().waitFor({ state: 'attached' });
  }
}
