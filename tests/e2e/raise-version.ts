import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';

/** Leaves the history's database as a newer version of the extension does. */
export async function raiseVersion(page: ExtensionPage): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dozvon', 1000);
        opening.addEventListener('upgradeneeded', () =>
          opening.result.createObjectStore('novelties'),
        );
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
    null,
  );
}
