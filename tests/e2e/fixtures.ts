import { test as base } from '@playwright/test';
import type { Extension } from '../lab/browsers/extension.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { createLab, type Lab } from '../lab/lab.ts';

interface Fixtures {
  /** The browser's language. */
  language: string;
  /** Whether the person agrees to checks at once. */
  agrees: boolean;
  /** Whether the browser permits the look at the route without asking the person. */
  permitsRoute: boolean;
  /** Whether the browser permits notifications without asking the person. */
  permitsNotifications: boolean;
  /** The production build in a new browser, whose only network is the lab. */
  extension: Extension;
}

/** One lab for all tests of a worker; each test starts with an open internet and a new browser. */
export const test = base.extend<Fixtures, { lab: Lab }>({
  language: ['en-US', { option: true }],
  agrees: [true, { option: true }],
  permitsRoute: [true, { option: true }],
  permitsNotifications: [false, { option: true }],
  lab: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies off the pattern
    async ({}, use) => {
      const lab = await createLab();
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  extension: async ({ lab, language, agrees, permitsRoute, permitsNotifications }, use) => {
    await lab.setWorld({});
    await lab.clearLog();
    const launched = await launchExtension(lab, {
      build: '.output/chrome-mv3',
      language,
      agrees,
      permitsRoute,
      permitsNotifications,
    });
    await use(launched.extension);
    await launched.close();
  },
});

export { expect } from '@playwright/test';
