import { browser } from 'wxt/browser';

/** Chromium's single offscreen document. */
export interface OffscreenDocument {
  open: () => Promise<void>;
  close: () => Promise<void>;
}

/** Controls the offscreen document from the worker; calls are executed one at a time. */
export function createOffscreenDocument(): OffscreenDocument {
  let settled: Promise<unknown> = Promise.resolve();
  let isOurs = false;

  return {
    open: () => inTurn(open),
    close: () => inTurn(closeIfOpen),
  };

  /** A document that an earlier worker opened still holds connections of abandoned probes. */
  async function open(): Promise<void> {
    if (!isOurs) await closeIfOpen();
    isOurs = true;
    if (!(await isOpen())) await create();
  }

  /** Runs steps one at a time: a document that is being closed must not count as open. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const next = settled.then(step);
    settled = next.catch(() => undefined);
    return next;
  }
}

async function create(): Promise<void> {
  await browser.offscreen.createDocument({
    url: 'offscreen.html',
    reasons: ['WEB_RTC', 'IFRAME_SCRIPTING'],
    justification:
      'Waits for answers longer than a worker can, opens new connections, and asks for a way to call.',
  });
}

async function closeIfOpen(): Promise<void> {
  if (await isOpen()) await browser.offscreen.closeDocument();
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
