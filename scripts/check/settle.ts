import type { ExtensionPage } from '../browser/extension-page.ts';

/**
 * Waits until the browser has noticed no network change for a second, for five seconds at most. A new browser
 * drops most requests of its first half second, whenever it notices another network interface.
 */
export async function waitForSettledNetwork(page: ExtensionPage): Promise<void> {
  await page.evaluate(async () => {
    const begun = performance.now();
    let changedAt = begun;
    const onChange = (): void => {
      changedAt = performance.now();
    };
    const quietMs = 1000;
    const longestMs = 5000;
    if ('connection' in navigator && navigator.connection instanceof EventTarget) {
      navigator.connection.addEventListener('change', onChange);
    }
    addEventListener('online', onChange);
    addEventListener('offline', onChange);
    while (performance.now() - changedAt < quietMs && performance.now() - begun < longestMs) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, null);
}
