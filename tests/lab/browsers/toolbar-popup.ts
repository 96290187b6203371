import type { JSHandle } from '@playwright/test';
import type { Extension } from './extension.ts';

interface ToolbarChrome {
  action: { setPopup(details: { popup: string }): Promise<void>; openPopup(): Promise<void> };
  extension: { getViews(filter: { type: 'popup' }): Window[] };
}

/**
 * Opens the popup as a click on the toolbar icon does: unlike a tab, its window takes the size that the
 * page asks for. Rejects if none opens.
 * @param path of the page to show; a page other than the popup serves as a comparison
 */
export function openToolbarPopup(
  { page }: Extension,
  path = 'popup.html',
): Promise<JSHandle<Window>> {
  return page.evaluateHandle(async (popup) => {
    const { action, extension } = (globalThis as unknown as { chrome: ToolbarChrome }).chrome;
    await action.setPopup({ popup });
    await action.openPopup();
    const [view] = extension.getViews({ type: 'popup' });
    if (!view) throw new Error('no popup has opened');
    return view;
  }, path);
}

/** Waits until it is closed, since only one can be open. */
export async function closeToolbarPopup({ page }: Extension): Promise<void> {
  await page.waitForFunction(() => {
    const { extension } = (globalThis as unknown as { chrome: ToolbarChrome }).chrome;
    const views = extension.getViews({ type: 'popup' });
    for (const view of views) view.close();
    return views.length === 0;
  });
}
