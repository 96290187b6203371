import type { StunConversation } from '../../probe/ask-stun.ts';
import type { Conversation } from '../../probe/converse.ts';
import type { DocumentProbes } from '../../probe/document-probes.ts';
import type { SocketConversation } from '../../probe/open-socket.ts';
import { noTimings } from '../../probe/timings.ts';
import { sendMessage } from '../document-messaging.ts';
import { createOffscreenDocument } from './offscreen-document.ts';

/** Document probes that run in the offscreen document, which the first probe opens. */
export function createRemoteDocumentProbes(): DocumentProbes {
  const { open, close } = createOffscreenDocument();
  return {
    async converse({ signal, ...request }) {
      const conversation = await ask(signal, noConversation, (id) =>
        sendMessage('converseInDocument', { id, request }),
      );
      return { ...conversation, body: new Uint8Array() };
    },
    openSocket: ({ signal, ...request }) =>
      ask(signal, noSocket, (id) => sendMessage('openSocketInDocument', { id, request })),
    askStun: ({ signal, ...request }) =>
      ask(signal, noStun, (id) => sendMessage('askStunInDocument', { id, request })),
    close,
  };

  /** @param nothing the result if the document closes while the probe runs */
  async function ask<T>(
    signal: AbortSignal,
    nothing: T,
    send: (id: string) => Promise<T>,
  ): Promise<T> {
    await open();
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
