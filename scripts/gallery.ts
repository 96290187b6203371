import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { type Gallery, serveGallery } from '../tests/gallery/serve.ts';
import { complete } from '../tests/gallery/shots.ts';
import { findChromium } from './find-browser.mjs';
import { say } from './setup/index.mjs';

/** Room for all states, eight in a row. */
const viewport = { width: 8 * 392 + 12, height: 600 };
const folder = 'docs/screens';

/** Two sheets of all states show each language and each ground once. */
const sheets = [
  { language: 'ru', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
];

const { values } = parseArgs({ options: { screens: { type: 'boolean', default: false } } });
const gallery = await serveGallery();
if (values.screens) {
  await takeScreens(gallery);
  await gallery.close();
} else {
  say(`The gallery is at ${gallery.address('index.html')} until you press Ctrl+C.`);
}

async function takeScreens({ address }: Gallery): Promise<void> {
  const { path } = await findChromium();
  const browser = await chromium.launch({
    ...(path !== null && { executablePath: path }),
    args: ['--no-sandbox'],
  });
  mkdirSync(folder, { recursive: true });
  try {
    const page = await browser.newPage({ viewport });
    for (const sheet of sheets) {
      await page.goto(address(`index.html?${new URLSearchParams(sheet)}`));
      for (const frame of await page.locator('iframe').all()) {
        await frame.contentFrame().locator(complete).first().waitFor({ state: 'attached' });
      }
      const file = `${folder}/popup.${sheet.language}.${sheet.scheme}.png`;
      await page.screenshot({ path: file, fullPage: true });
      say(file);
    }
  } finally {
    await browser.close();
  }
}
