import type { BrowserContext } from '@playwright/test';

interface NetInternals {
  chrome: { send(message: string): void };
}

/**
 * Makes Chromium forget the addresses of names. It keeps what a resolver said for a minute at least,
 * however short the answer's own life, and so would not see that the next world lies.
 */
export async function forgetNames(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://net-internals/#dns');
  await page.evaluate(() =>
    (globalThis as unknown as NetInternals).chrome.send('clearHostResolverCache'),
  );
  await page.close();
}
