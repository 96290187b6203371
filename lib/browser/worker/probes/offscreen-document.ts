import { browser } from 'wxt/browser';
import { createQueue } from '../../../steps/queue.ts';

/** Pages that Chromium opens out of sight. */
export type OffscreenPage = 'offscreen.html' | 'upload.html';

/** Chromium's single offscreen document. */
export interface OffscreenDocument {
  /** Puts the page in the place of another. */
  open: (page: OffscreenPage) => Promise<void>;
  /** Closes that page, or whichever is open. */
  close: (page?: OffscreenPage) => Promise<void>;
}

/** Controls the offscreen document from the worker; calls are executed one at a time. */
export function createOffscreenDocument(): OffscreenDocument {
  // A document that is being closed must not count as open.
  const enqueue = createQueue();
  /** Null where an earlier worker opened it. */
  let ours: OffscreenPage | null = null;
  /** Nobody else opens one, so that the browser need not be asked again. */
  let isClosed = false;

  return {
    open: (page) => enqueue(() => open(page)),
    close: (page) => enqueue(() => close(page)),
  };

  /** A document that an earlier worker opened still holds connections of abandoned probes. */
  async function open(page: OffscreenPage): Promise<void> {
    if (ours !== page) await closeIfOpen();
    ours = page;
    if (await isOpen()) return;
    isClosed = false;
    await create(page);
  }

  async function close(page?: OffscreenPage): Promise<void> {
    if (page === undefined || ours === null || ours === page) await closeIfOpen();
  }

  async function closeIfOpen(): Promise<void> {
    if (await isOpen()) await browser.offscreen.closeDocument();
    isClosed = true;
  }

  async function isOpen(): Promise<boolean> {
    if (isClosed) return false;
    const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return contexts.length > 0;
  }
}

async function create(page: OffscreenPage): Promise<void> {
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['WEB_RTC', 'IFRAME_SCRIPTING'],
    justification:
      'Waits for answers longer than a worker can, opens new connections, asks for a way to call, and sends an upload that was turned on.',
  });
}
