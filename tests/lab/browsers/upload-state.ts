import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';

declare const chrome: {
  declarativeNetRequest: { getSessionRules(): Promise<{ id: number }[]> };
};

/** Ids of the rounds that wait to be sent, read directly and not through the worker. */
export function waitingRounds(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'dozvon-outbox')) return [];
    return new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('dozvon-outbox');
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const database = opening.result;
        const reading = database.transaction('waiting').objectStore('waiting').getAllKeys();
        reading.addEventListener('success', () => {
          database.close();
          resolve(reading.result as string[]);
        });
      });
    });
  }, null);
}

/** Ids of the rules by which the browser changes requests. */
export async function ruleIds(page: ExtensionPage): Promise<number[]> {
  const rules = await page.evaluate(() => chrome.declarativeNetRequest.getSessionRules(), null);
  return rules.map(({ id }) => id).toSorted((one, other) => one - other);
}
