import { browser } from 'wxt/browser';
import { isLeft, leave, returnUnlessAgreed } from '../../local-items.ts';

const tries = 3;
const pauseMs = 1_000;

/**
 * Gives `storage.local` up where it cannot be read, and goes back to it where it can. For Firefox alone, before
 * anything reads it. A browser that closes may refuse for a moment too, and ends this worker before the last try.
 */
export async function leaveWhereDamaged(): Promise<void> {
  if (await isReadable()) returnUnlessAgreed();
  else if (!isLeft()) leave();
}

async function isReadable(): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      await browser.storage.local.get();
      return true;
    } catch (error) {
      console.warn('The storage cannot be read:', error);
    }
    // What was given up before needs no second look.
    if (isLeft()) return false;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return false;
}
