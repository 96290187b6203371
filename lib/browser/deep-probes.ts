import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type { DeepProtocol } from '../messages/deep-protocol.ts';
import type { Conversation } from '../probe/converse.ts';
import type { DeepProbes } from '../probe/deep-probes.ts';
import { noTimings } from '../probe/timings.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<DeepProtocol>();

const page = 'offscreen.html';

/** The document's side: probes for the worker until the worker closes it. */
export function serveDeepProbes(probes: DeepProbes): void {
  const running = new Map<string, AbortController>();
  onMessage('converseDeeply', async ({ data: { id, request } }) => {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const { body: _body, ...told } = await probes.converse({ ...request, signal: abort.signal });
      return told;
    } finally {
      running.delete(id);
    }
  });
  onMessage('abortDeepProbe', ({ data: { id } }) => running.get(id)?.abort());
}

/** The worker's side: opens the document with the first probe, one at a time, and closes it. */
export function createRemoteDeepProbes(): DeepProbes {
  let settled: Promise<unknown> = Promise.resolve();

  return {
    async converse({ signal, ...request }) {
      await inTurn(openDocument);
      const id = crypto.randomUUID();
      const stop = () => void sendMessage('abortDeepProbe', { id }).catch(() => undefined);
      signal.addEventListener('abort', stop);
      try {
        const told = await sendMessage('converseDeeply', { id, request });
        return { ...told, body: new Uint8Array() };
      } catch (error) {
        console.warn('The document that probes has gone:', error);
        return nothingTold;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    close: () => inTurn(closeDocument),
  };

  /** A document that is being closed must not be taken for an open one. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const next = settled.then(step);
    settled = next.catch(() => undefined);
    return next;
  }
}

const nothingTold: Conversation = {
  answered: false,
  status: null,
  body: new Uint8Array(),
  received: 0,
  ending: 'failed',
  totalMs: 0,
  timings: noTimings,
};

/** A document that outlived its worker is taken over. */
async function openDocument(): Promise<void> {
  if (await isOpen()) return;
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['WEB_RTC'],
    justification: 'Waits for answers longer than a worker can, and asks for a way to call.',
  });
}

async function closeDocument(): Promise<void> {
  if (await isOpen()) await browser.offscreen.closeDocument();
}

async function isOpen(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
