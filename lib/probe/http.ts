import type { Conversation, Converse, ConverseRequest } from './converse.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';

/** A request before its URL is made unique. */
export type HttpRequest = ConverseRequest;

/** All that the browser reported about one HTTP attempt, uninterpreted. */
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

/** The last event comes a few milliseconds after the end of the fetch, in Firefox later. */
const eventBoundMs = 300;

/**
 * Makes one HTTP attempt without credentials, cache or redirects. Rejects only on `signal`: an unreachable
 * server is a successful measurement.
 */
export function createHttpProbe({ converse, events, now }: HttpProbeDependencies): AskHttp {
  let sequence = 0;

  return async (request) => {
    sequence += 1;
    // Browsers do not send the fragment; it identifies the events of this request.
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
