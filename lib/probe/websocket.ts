import type { ClassifyFailure } from '../failure/types.ts';
import type { Attempt } from '../model/attempt.ts';
import type { OpenSocket, SocketConversation, SocketRequest } from './open-socket.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';
import { noTimings } from './timings.ts';

/** One WebSocket as the browser told of it; `ok` and the number in the round come later. */
export interface SocketObservation extends Omit<Attempt, 'ok' | 'n'> {
  /** The browser did not say why it did not open, or kept silent with us: its host may know. */
  hidden: boolean;
}

export type ProbeSocket = (request: SocketRequest) => Promise<SocketObservation>;

export interface SocketProbeDependencies {
  openSocket: OpenSocket;
  events: RequestEvents;
  classify: ClassifyFailure;
  now: () => Date;
}

/** As of requests: the last event follows the end of the socket by a few milliseconds. */
const eventBoundMs = 300;

/** Chromium says this of every WebSocket that does not open, whatever the reason. */
const saysNothing = 'net::ERR_FAILED';

/** The status with which a WebSocket opens; of refusals Chromium shows 401 alone. */
const switching = 101;

/**
 * One WebSocket, opened and closed. Its URL can carry no mark (fragments are not allowed), so only one at
 * a time may be open to it; its events are told from an earlier one's by the browser's own number.
 * Never rejects but on `signal`.
 */
export function createSocketProbe(dependencies: SocketProbeDependencies): ProbeSocket {
  const { openSocket, events, classify, now } = dependencies;
  return async (request) => {
    const expected = events.expect(request.url, { fromItsStart: true });
    const started = now();
    try {
      const told = await openSocket(request);
      request.signal.throwIfAborted();
      const outcome = await expected.settled(eventBoundMs);
      return {
        startedAt: started.toISOString(),
        ...failureOf(told, outcome, classify),
        httpStatus: told.opened ? switching : outcome.statusCode,
        remoteIp: outcome.remoteIp,
        ...noTimings,
        ttfbMs: told.openMs,
        totalMs: told.totalMs,
        bytes: null,
        freezeAtBytes: null,
      };
    } finally {
      expected.forget();
    }
  };
}

type Said = Pick<
  SocketObservation,
  'failure' | 'failedOperation' | 'browserError' | 'valid' | 'hidden'
>;

const clear: Said = {
  failure: null,
  failedOperation: null,
  browserError: null,
  valid: true,
  hidden: false,
};

function failureOf(
  { ending, opened, totalMs }: SocketConversation,
  { statusCode, error }: RequestOutcome,
  classify: ClassifyFailure,
): Said {
  if (ending === 'told') return clear;
  if (opened) {
    const failure = ending === 'silent' ? 'generic_timeout_error' : 'eof_error';
    return { ...clear, failure, failedOperation: 'read' };
  }
  if (ending === 'timeout') return { ...clear, failure: 'generic_timeout_error', hidden: true };
  // Cut off so soon that Firefox never calls it open.
  if (statusCode === switching) {
    return { ...clear, failure: 'eof_error', failedOperation: 'read', browserError: error };
  }
  // Firefox shows the refusal of an upgrade, and then calls the refusal an error.
  if (statusCode !== null) return clear;
  if (error === null || error === saysNothing) {
    const failure = error === null ? 'unknown_failure' : `unknown_failure: ${error}`;
    return { ...clear, failure, browserError: error, valid: false, hidden: true };
  }
  const seen = classify(error, totalMs);
  const { failure, operation: failedOperation, valid } = seen;
  return { ...clear, failure, failedOperation, browserError: error, valid };
}
