import { test as base, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/find-browser.mjs';
import { serveGallery } from '../gallery/serve.ts';
import { chromiumArguments } from '../lab/browsers/chromium-arguments.ts';

interface Fixtures {
  /** Shows pages of the gallery, one after the other, for all tests of a worker. */
  galleryPage: Page;
}

export const test = base.extend<object, Fixtures>({
  galleryPage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies off the pattern
    async ({}, use) => {
      const { path } = await findChromium();
      const gallery = await serveGallery();
      const browser = await chromium.launch({
        ...(path !== null && { executablePath: path }),
        args: chromiumArguments,
      });
      await use(await browser.newPage({ baseURL: gallery.address('') }));
      await browser.close();
      await gallery.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
