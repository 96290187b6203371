import type { StunConversation } from '../../../probe/ask-stun.ts';
import type { Conversation, Converse } from '../../../probe/converse.ts';
import type { FreshDocumentProbes } from '../../../probe/document-probes.ts';
import type { SocketConversation } from '../../../probe/open-socket.ts';
import { startStopwatch } from '../../../probe/stopwatch.ts';
import { noTimings } from '../../../probe/timings.ts';
import { sendMessage } from '../../document-messaging.ts';
import type { OffscreenDocument } from './offscreen-document.ts';

/** Document probes that run in the offscreen document, which the first probe opens. */
export function createRemoteDocumentProbes({
  open,
  close,
}: OffscreenDocument): FreshDocumentProbes {
  return {
    converse: converseBy('converseInDocument'),
    converseFreshly: converseBy('converseFreshlyInDocument'),
    openSocket: ({ signal, ...request }) =>
      ask(signal, noSocket, (id) => sendMessage('openSocketInDocument', { id, request })),
    askStun: ({ signal, ...request }) =>
      ask(signal, noStun, (id) => sendMessage('askStunInDocument', { id, request })),
    close,
  };

  function converseBy(message: 'converseInDocument' | 'converseFreshlyInDocument'): Converse {
    return async ({ signal, giveUp, ...request }) => {
      const elapsedMs = startStopwatch(() => performance.now());
      const over = giveUp === undefined ? signal : AbortSignal.any([signal, giveUp]);
      const conversation = await ask(over, noConversation, (id) =>
        sendMessage(message, { id, request }),
      );
      const seen = { ...conversation, body: new Uint8Array() };
      if (giveUp?.aborted !== true || seen.ending !== 'failed') return seen;
      return { ...seen, ending: 'timeout', totalMs: elapsedMs() };
    };
  }

  /** @param nothing the result if the document closes while the probe runs */
  async function ask<T>(
    signal: AbortSignal,
    nothing: T,
    send: (id: string) => Promise<T>,
  ): Promise<T> {
    // A round that was replaced must not open the document of the next one.
    if (signal.aborted) return nothing;
    await open('offscreen.html');
    if (signal.aborted) return nothing;
    const id = crypto.randomUUID();
    const stop = () => void sendMessage('abortInDocument', { id }).catch(() => undefined);
    signal.addEventListener('abort', stop);
    try {
      return await send(id);
    } catch (error) {
      console.warn('The document that probes is gone:', error);
      return nothing;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

const noConversation: Omit<Conversation, 'body'> = {
  connected: false,
  answered: false,
  status: null,
  answeredBy: null,
  received: 0,
  lastByteMs: null,
  ending: 'failed',
  totalMs: 0,
  timings: noTimings,
};

const noSocket: SocketConversation = {
  opened: false,
  ending: 'failed',
  openMs: null,
  totalMs: 0,
};

const noStun: StunConversation = { ending: 'nothing', totalMs: 0, callExit: 'unknown' };
