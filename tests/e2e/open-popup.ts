import type { Page } from '@playwright/test';
import type { Extension } from '../lab/browsers/extension.ts';

/** The popup in a page of its own, as large as its window. */
export async function openPopup(extension: Extension): Promise<Page> {
  const popup = await extension.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.goto(extension.address('popup.html'));
  return popup;
}
