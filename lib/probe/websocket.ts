import type { OpenSocket, SocketConversation, SocketRequest } from './open-socket.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';

/** All that the browser gave of one WebSocket, unread. */
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

/** As with requests, the last event follows the end of the socket by a few milliseconds. */
const eventBoundMs = 300;

/**
 * Opens one WebSocket and closes it. Fragments are not allowed in its URL, so the browser's own number of
 * the request distinguishes its events from those of an earlier one, and one at a time may be open to a URL.
 * Rejects on `signal` alone.
 */
export function createSocketProbe({ openSocket, events, now }: SocketProbeDependencies): AskSocket {
  return async (request) => {
    const expected = events.expect(request.url, { fromItsStart: true });
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
