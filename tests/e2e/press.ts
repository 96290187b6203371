import { expect } from '@playwright/test';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';

/** Clicks the button with the text, as a person does, in a page of either browser. */
export async function press(page: ExtensionPage, text: string): Promise<void> {
  const pressing = () =>
    page.evaluate((wanted) => {
      // Each question has buttons of the same names.
      const within = document.querySelector('dialog[open]') ?? document;
      const buttons = [...within.querySelectorAll('button')];
      const button = buttons.find(({ textContent }) => textContent === wanted);
      button?.click();
      return button !== undefined;
    }, text);
  await expect.poll(pressing, `a button: ${text}`).toBe(true);
}
