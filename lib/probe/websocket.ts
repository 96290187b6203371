import type { OpenSocket, SocketConversation, SocketRequest } from './open-socket.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';

/** All that the browser reported about one WebSocket, uninterpreted. */
export interface SocketExchange {
  started: Date;
  conversation: SocketConversation;
  outcome: RequestOutcome;
}

export type AskSocket = (request: SocketRequest) => Promise<SocketExchange>;

export interface SocketProbeDependencies {
  openSocket: OpenSocket;
  events: RequestEvents;
  now: () => Date;
}

/** As with requests, the last event comes a few milliseconds after the end of the socket. */
const eventBoundMs = 300;

/**
 * Opens one WebSocket and closes it. Its URL may not have a fragment, so the browser's request id identifies
 * its events, and only one socket at a time may be open to a URL. Rejects only on `signal`.
 */
export function createSocketProbe({ openSocket, events, now }: SocketProbeDependencies): AskSocket {
  return async (request) => {
    const expected = events.expect(request.url, { nextRequestOnly: true });
    const started = now();
    try {
      const conversation = await openSocket(request);
      request.signal.throwIfAborted();
      const outcome = await expected.settled(eventBoundMs);
      return { started, conversation, outcome };
    } finally {
      expected.forget();
    }
  };
}
