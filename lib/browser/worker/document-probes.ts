import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type { DeepProtocol } from '../../messages/document-protocol.ts';
import type { StunConversation } from '../../probe/ask-stun.ts';
import type { Conversation } from '../../probe/converse.ts';
import type { DeepProbes } from '../../probe/document-probes.ts';
import type { SocketConversation } from '../../probe/open-socket.ts';
import { noTimings } from '../../probe/timings.ts';

const { sendMessage, onMessage } = defineExtensionMessaging<DeepProtocol>();

const page = 'offscreen.html';

/** The document's side: probes for the worker until the worker closes it. */
export function serveDeepProbes(probes: DeepProbes): void {
  const running = new Map<string, AbortController>();
  onMessage('converseDeeply', ({ data: { id, request } }) =>
    abortably(id, async (signal) => {
      const { body: _body, ...told } = await probes.converse({ ...request, signal });
      return told;
    }),
  );
  onMessage('openSocketDeeply', ({ data: { id, request } }) =>
    abortably(id, (signal) => probes.openSocket({ ...request, signal })),
  );
  onMessage('askStunDeeply', ({ data: { id, request } }) =>
    abortably(id, (signal) => probes.askStun({ ...request, signal })),
  );
  onMessage('abortDeepProbe', ({ data: { id } }) => running.get(id)?.abort());

  async function abortably<T>(id: string, probe: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      return await probe(abort.signal);
    } finally {
      running.delete(id);
    }
  }
}

/** The worker's side: opens the document with the first probe, one at a time, and closes it. */
export function createRemoteDeepProbes(): DeepProbes {
  let settled: Promise<unknown> = Promise.resolve();
  let isOurs = false;

  return {
    async converse({ signal, ...request }) {
      const told = await ask(signal, nothingConversed, (id) =>
        sendMessage('converseDeeply', { id, request }),
      );
      return { ...told, body: new Uint8Array() };
    },
    openSocket: ({ signal, ...request }) =>
      ask(signal, nothingOpened, (id) => sendMessage('openSocketDeeply', { id, request })),
    askStun: ({ signal, ...request }) =>
      ask(signal, nothingAsked, (id) => sendMessage('askStunDeeply', { id, request })),
    close: () => inTurn(closeDocument),
  };

  /** @param nothing what is told where the document goes away with the probe */
  async function ask<T>(
    signal: AbortSignal,
    nothing: T,
    send: (id: string) => Promise<T>,
  ): Promise<T> {
    await inTurn(openDocument);
    const id = crypto.randomUUID();
    const stop = () => void sendMessage('abortDeepProbe', { id }).catch(() => undefined);
    signal.addEventListener('abort', stop);
    try {
      return await send(id);
    } catch (error) {
      console.warn('The document that probes has gone:', error);
      return nothing;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** One that outlived the worker that opened it still holds what nobody waits for any more. */
  async function openDocument(): Promise<void> {
    if (!isOurs) await closeDocument();
    isOurs = true;
    if (!(await isOpen())) await createDocument();
  }

  /** A document that is being closed must not be taken for an open one. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const next = settled.then(step);
    settled = next.catch(() => undefined);
    return next;
  }
}

const nothingConversed: Omit<Conversation, 'body'> = {
  answered: false,
  status: null,
  answeredBy: null,
  received: 0,
  lastByteMs: null,
  ending: 'failed',
  totalMs: 0,
  timings: noTimings,
};

const nothingOpened: SocketConversation = {
  opened: false,
  ending: 'failed',
  openMs: null,
  totalMs: 0,
};

const nothingAsked: StunConversation = {
  ending: 'nothing',
  totalMs: 0,
  callPath: 'unknown',
};

async function createDocument(): Promise<void> {
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
