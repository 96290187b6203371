import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';

/** Has the dashboard show one of its pages, as its address does. */
export function showPage(page: ExtensionPage, name: string): Promise<void> {
  return page.evaluate((wanted) => {
    location.hash = wanted;
  }, name);
}
