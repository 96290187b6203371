import { expect } from '@playwright/test';
import type { Bidi } from '../../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../../scripts/browser/bidi-page.ts';

interface Question {
  /** The buttons "Allow" and "Deny". */
  button: { click(): void };
  secondaryButton: { click(): void };
}

/** What a page of the browser itself may use. */
declare const Services: {
  wm: {
    getMostRecentWindow(type: 'navigator:browser'): {
      document: { getElementById(id: string): Question | null };
    };
  };
};

/** Firefox's question whether a page may have a permission. */
export interface FirefoxQuestion {
  /** Answers it as a person does. */
  answer(isAllowed: boolean): Promise<void>;
}

/** Waits until Firefox asks for a permission. */
export async function waitForQuestion(bidi: Bidi): Promise<FirefoxQuestion> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true });
  // A page of the browser, which may use its interface.
  const url = 'about:networking';
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  const page = createBidiPage(bidi, context);
  await expect.poll(() => page.evaluate(click, null)).toBe(true);
  return {
    async answer(isAllowed) {
      await page.evaluate(click, isAllowed ? 'button' : 'secondaryButton');
      await bidi.send('browsingContext.close', { context });
    },
  };
}

/** Runs in that page, and returns whether Firefox asks. */
function click(button: keyof Question | null): boolean {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const question = document.getElementById('addon-webext-permissions-notification');
  // It comes without buttons at first.
  if (question?.button === undefined) return false;
  if (button !== null) question[button].click();
  return true;
}
