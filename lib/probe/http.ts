import type { Conversation, Converse } from './converse.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';

export interface HttpRequest {
  url: string;
  method: 'HEAD' | 'GET' | 'POST';
  /** The whole attempt, body included. */
  timeoutMs: number;
  accept?: string;
  receiveBytes?: number;
  sendBytes?: number;
  stall?: { answerMs: number; bodyMs: number };
  signal: AbortSignal;
}

/** All that the browser gave of one HTTP attempt, unread. */
export interface HttpExchange {
  request: HttpRequest;
  started: Date;
  conversation: Conversation;
  outcome: RequestOutcome;
}

export type AskHttp = (request: HttpRequest) => Promise<HttpExchange>;

export interface HttpProbeDependencies {
  converse: Converse;
  events: RequestEvents;
  now: () => Date;
}

/** The last event follows the end of the fetch by a few milliseconds, in Firefox by more. */
const eventBoundMs = 300;

/**
 * Makes one HTTP attempt without credentials, cache or redirects. Rejects on `signal` alone: an
 * unreachable server is a successful measurement.
 */
export function createHttpProbe({ converse, events, now }: HttpProbeDependencies): AskHttp {
  let sequence = 0;

  return async (request) => {
    sequence += 1;
    // Fragments are not sent; this one distinguishes the events of this request from all others.
    const url = `${request.url}#probe-${now().getTime()}-${sequence}`;
    const expected = events.expect(url);
    const started = now();
    try {
      const conversation = await converse({ ...request, url });
      request.signal.throwIfAborted();
      const outcome = await expected.settled(eventBoundMs);
      return { request, started, conversation, outcome };
    } finally {
      expected.forget();
    }
  };
}
