import type { ClassifyFailure } from '../failure/types.ts';
import type { HttpExchange } from '../probe/http.ts';
import { type HttpObservation, observeHttp } from './http.ts';

/**
 * Reads an exchange in a frame, to which the browser shows neither times nor bytes; status, redirect, address
 * and error come from its events. Pure.
 */
export function observeFreshly(exchange: HttpExchange, classify: ClassifyFailure): HttpObservation {
  const seen = withHiddenAnswer(exchange);
  return {
    ...observeHttp(seen, classify),
    ttfbMs: null,
    bytes: null,
    reusedConnection: seen.conversation.answered ? false : null,
  };
}

/** To the frame an answer is a failure if its policy stopped a redirect, or the browser withholds the body. */
function withHiddenAnswer(exchange: HttpExchange): HttpExchange {
  const { conversation, outcome } = exchange;
  if (outcome.statusCode === null || conversation.ending !== 'failed') return exchange;
  return { ...exchange, conversation: { ...conversation, answered: true, ending: 'complete' } };
}
