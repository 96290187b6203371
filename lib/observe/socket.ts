import { isWordOfProxy } from '../failure/socks-proxy.ts';
import type { ClassifyFailure } from '../failure/types.ts';
import type { Attempt } from '../model/attempt.ts';
import type { AnswerHeaders } from '../probe/answer-headers.ts';
import type { SocketRequest } from '../probe/open-socket.ts';
import { noTimings } from '../probe/timings.ts';
import type { SocketExchange } from '../probe/websocket.ts';

/** A WebSocket as an attempt, before a rule judges it. */
export interface SocketObservation extends Omit<Attempt, 'ok' | 'n'> {
  /** The browser gave no reason, or there was no answer: an HTTPS request to the host may reveal more. */
  hidden: boolean;
  /** Those of a refusal; left out where the browser does not report them. */
  headers?: AnswerHeaders | null;
}

/** Opens a WebSocket and reads the result. Rejects only on the request's signal. */
export type ProbeSocket = (request: SocketRequest) => Promise<SocketObservation>;

/** Chromium reports this for every WebSocket that does not open, whatever the reason. */
const genericError = 'net::ERR_FAILED';

/** The status of an open WebSocket. Of refusals, Chromium reveals only 401. */
const switchingProtocols = 101;

/** Reads a WebSocket's exchange: failure, status, times. Pure. */
export function observeSocket(
  exchange: SocketExchange,
  classify: ClassifyFailure,
): SocketObservation {
  const { started, conversation, outcome } = exchange;
  return {
    startedAt: started.toISOString(),
    ...failureOf(exchange, classify),
    httpStatus: conversation.opened ? switchingProtocols : outcome.statusCode,
    remoteIp: outcome.remoteIp,
    remoteIpKind: outcome.proxy === null ? null : 'proxy',
    headers: outcome.headers ?? null,
    ...noTimings,
    ttfbMs: conversation.openMs,
    totalMs: conversation.totalMs,
    bytes: null,
    freezeAtBytes: null,
  };
}

type SocketFailure = Pick<
  SocketObservation,
  'failure' | 'failedOperation' | 'browserError' | 'valid' | 'hidden'
>;

const noFailure: SocketFailure = {
  failure: null,
  failedOperation: null,
  browserError: null,
  valid: true,
  hidden: false,
};

/**
 * Whether the browser spent most of the time on the socket: it waits of its own accord before it opens one where others
 * failed within the last minute (Firefox 0.2 s, longer with each failure, up to 60 s).
 */
function wasAskedLong({ started, conversation, outcome: { begunAt } }: SocketExchange): boolean {
  return begunAt !== undefined && (begunAt - started.getTime()) * 2 < conversation.totalMs;
}

function failureOf(exchange: SocketExchange, classify: ClassifyFailure): SocketFailure {
  const { conversation, outcome } = exchange;
  const { ending, opened, totalMs } = conversation;
  const { statusCode, error, proxy } = outcome;
  if (ending === 'answered') return noFailure;
  if (opened) {
    const failure = ending === 'silent' ? 'generic_timeout_error' : 'eof_error';
    return { ...noFailure, failure, failedOperation: 'read' };
  }
  if (ending === 'timeout') {
    const valid = wasAskedLong(exchange);
    return { ...noFailure, failure: 'generic_timeout_error', valid, hidden: true };
  }
  // The connection was cut so soon that Firefox never reported the socket as open.
  if (statusCode === switchingProtocols) {
    return { ...noFailure, failure: 'eof_error', failedOperation: 'read', browserError: error };
  }
  // Firefox reports the status of a refused upgrade, and then an error too.
  if (statusCode !== null) return noFailure;
  if (error === null || error === genericError) {
    const failure = error === null ? 'unknown_failure' : `unknown_failure: ${error}`;
    return { ...noFailure, failure, browserError: error, valid: false, hidden: true };
  }
  const { failure, operation: failedOperation, ...code } = classify(error, totalMs);
  const valid = code.valid && !isWordOfProxy(error, proxy);
  return { ...noFailure, failure, failedOperation, browserError: error, valid };
}
