import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, chromium } from '@playwright/test';
import { chromiumArguments } from '../lab/chromium-arguments.ts';
import { createLab, type Lab } from '../lab/lab.ts';
import { createExtension, type Extension } from './pages/extension.ts';

interface Options {
  /** The browser's language. */
  language: string;
  /** Folder of the unpacked build. */
  build: string;
}

interface Fixtures extends Options {
  /** The production build in a browser of its own, whose only internet is the lab. */
  extension: Extension;
}

/** One lab for all tests of a worker; every test gets an open internet and a new browser. */
export const test = base.extend<Fixtures, { lab: Lab }>({
  language: ['en-US', { option: true }],
  build: ['.output/chrome-mv3', { option: true }],
  lab: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies off the pattern
    async ({}, use) => {
      const lab = await createLab();
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  extension: async ({ lab, language, build, colorScheme }, use) => {
    await lab.setWorld({});
    await lab.clearLog();
    const profile = mkdtempSync(join(tmpdir(), 'dozvon-e2e-'));
    const folder = resolve(build);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: lab.chromiumPath,
      headless: true,
      locale: language,
      colorScheme: colorScheme ?? null,
      args: [
        ...chromiumArguments,
        `--lang=${language}`,
        `--disable-extensions-except=${folder}`,
        `--load-extension=${folder}`,
      ],
    });
    try {
      await use(await createExtension(context));
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  },
});

export { expect } from '@playwright/test';
