import type { BrowserContext } from '@playwright/test';

interface NetInternals {
  chrome: { send(message: string): void };
}

/**
 * Clears Chromium's DNS cache. It keeps an answer for at least a minute, however short its TTL, and so
 * would not notice that the next world's resolver lies.
 */
export async function forgetNames(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://net-internals/#dns');
  await page.evaluate(() =>
    (globalThis as unknown as NetInternals).chrome.send('clearHostResolverCache'),
  );
  await page.close();
}
