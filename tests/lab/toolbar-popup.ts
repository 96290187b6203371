import type { JSHandle } from '@playwright/test';
import type { Extension } from './extension.ts';

interface Chrome {
  action: { setPopup(details: { popup: string }): Promise<void>; openPopup(): Promise<void> };
  extension: { getViews(filter: { type: 'popup' }): Window[] };
}

/**
 * Opens the popup as a click on the toolbar's icon does: in a window that the browser makes as large as
 * the page asks for, which no tab is. Rejects where none opens.
 * @param path of the page to show in it; another than the popup's own to have something to compare with
 * @returns the popup's window; it closes with the next navigation of the extension's page
 */
export async function openToolbarPopup(
  extension: Extension,
  path = 'popup.html',
): Promise<JSHandle<Window>> {
  return extension.page.evaluateHandle(async (popup) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    await chrome.action.setPopup({ popup });
    await chrome.action.openPopup();
    const [view] = chrome.extension.getViews({ type: 'popup' });
    if (!view) throw new Error('no popup has opened');
    return view;
  }, path);
}
