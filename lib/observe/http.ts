import { isWordOfProxy } from '../failure/socks-proxy.ts';
import type { ClassifyFailure } from '../failure/types.ts';
import { upgradeFailure } from '../failure/upgrade.ts';
import type { Attempt } from '../model/attempt.ts';
import type { ProxyKind } from '../model/route.ts';
import type { AnswerHeaders } from '../probe/answer-headers.ts';
import type { Conversation } from '../probe/converse.ts';
import type { HttpExchange, HttpRequest } from '../probe/http.ts';
import type { RequestOutcome } from '../probe/request-events.ts';
import { daysAhead } from './clock.ts';
import { paceOf } from './pace.ts';
import { unaskedOverHttp } from './unasked.ts';
import { isUpgrade } from './upgrade.ts';

/** An HTTP exchange as an attempt, before a rule judges it. */
export interface HttpObservation extends Omit<Attempt, 'ok' | 'n'> {
  /** Target of the answer's redirect; null without one. */
  redirectUrl: string | null;
  /** By how many whole days this computer's clock is ahead of the server's; null where the server tells no time. */
  clockAheadDays: number | null;
  /** Null without a proxy, and in browsers that do not report it. */
  proxy: ProxyKind | null;
  /** Left out where the browser does not report them. */
  headers?: AnswerHeaders | null;
  /** The first bytes of the body. */
  body: Uint8Array;
}

/** Makes one HTTP attempt and reads the answer. Rejects only on the request's signal. */
export type ProbeHttp = (request: HttpRequest) => Promise<HttpObservation>;

/** The part of an observation that may be recorded. */
export function recordablePart({
  body: _body,
  redirectUrl: _redirectUrl,
  proxy: _proxy,
  headers: _headers,
  clockAheadDays: _clockAheadDays,
  ...recordable
}: HttpObservation): Omit<Attempt, 'ok' | 'n'> {
  return recordable;
}

/** Reads an exchange: failure, times, bytes. Pure. */
export function observeHttp(exchange: HttpExchange, classify: ClassifyFailure): HttpObservation {
  const { request, started, conversation, outcome } = exchange;
  if (isUpgrade(request.url, outcome, conversation)) return upgraded(exchange);
  const ttfbMs = firstByteMs(exchange);
  return {
    startedAt: started.toISOString(),
    ...failureOf(exchange, classify),
    httpStatus: outcome.statusCode ?? conversation.status,
    remoteIp: outcome.remoteIp,
    remoteIpKind: outcome.proxy === null ? null : 'proxy',
    ...conversation.timings,
    reusedConnection: reuseOf(exchange),
    ttfbMs,
    totalMs: conversation.totalMs,
    bytes: conversation.answered ? (request.sendBytes ?? conversation.received) : null,
    freezeAtBytes: freezeOffset(request, conversation),
    ...paceOf(request, conversation, ttfbMs),
    redirectUrl: outcome.redirectUrl,
    proxy: outcome.proxy,
    headers: outcome.headers ?? null,
    clockAheadDays: outcome.clockAheadMs === null ? null : daysAhead(outcome.clockAheadMs),
    body: conversation.body,
  };
}

/** The browser used HTTPS instead, so any answer is not one to the plain request. */
function upgraded({ started, conversation }: HttpExchange): HttpObservation {
  return unaskedOverHttp({ started, failure: upgradeFailure, totalMs: conversation.totalMs });
}

/**
 * To a proxy on this computer a connection takes no time, and Firefox tells no time of TLS behind it: a new connection
 * looks like one that was open.
 */
function reuseOf({ conversation: { timings }, outcome }: HttpExchange): boolean | null {
  return timings.reusedConnection === true && outcome.proxy !== null
    ? null
    : timings.reusedConnection;
}

/** Taken from the resource timing, else from the event of the headers. */
function firstByteMs({ started, conversation, outcome }: HttpExchange): number | null {
  const { answered, timings } = conversation;
  if (!answered) return null;
  const { headersAt } = outcome;
  const headersMs = headersAt === null ? null : Math.round(headersAt - started.getTime());
  return timings.ttfbMs ?? headersMs;
}

/**
 * The approximate size of a handshake and the headers. The browser reports only the bytes of the body, and a
 * censor counts all bytes of the connection.
 */
const overheadBytes = 3_000;

/** In bytes. Null if nothing froze, and for uploads, whose progress no browser reports. */
function freezeOffset(request: HttpRequest, conversation: Conversation): number | null {
  const froze = conversation.ending === 'stalled' && conversation.answered;
  return froze && request.receiveBytes !== undefined ? conversation.received + overheadBytes : null;
}

type HttpFailure = Pick<Attempt, 'failure' | 'failedOperation' | 'browserError' | 'valid'>;

function failureOf(
  { request, conversation, outcome }: HttpExchange,
  classify: ClassifyFailure,
): HttpFailure {
  const { ending, answered } = conversation;
  // A proxy may have been asked, and nobody behind it.
  const isDirect = outcome.proxy === null || request.method === 'OPTIONS';
  const operation = operationAfter(conversation, isDirect);
  if (ending === 'stalled') {
    const sends = !answered && request.sendBytes !== undefined;
    return timedOut(sends ? 'write' : operation);
  }
  if (ending === 'timeout') return timedOut(operation);
  // We abort once we have read all requested bytes; the error that the browser then reports is our own.
  if (outcome.error !== null && ending !== 'complete') {
    const unhindered = outcome.letPass === true && outcome.proxy === null;
    const classified = classify(outcome.error, conversation.totalMs, unhindered);
    return byCode(outcome, classified, operation);
  }
  if (ending === 'complete') {
    return { failure: null, failedOperation: null, browserError: null, valid: !outcome.fromCache };
  }
  // The request never reached the network stack, or its last event was lost.
  return {
    failure: 'unknown_failure',
    failedOperation: operation,
    browserError: null,
    valid: false,
  };
}

/** The step that follows what is known to have worked. */
function operationAfter(
  { connected, answered }: Conversation,
  isDirect: boolean,
): Attempt['failedOperation'] {
  if (answered) return 'read';
  return connected && isDirect ? 'http_round_trip' : null;
}

/** Our own time limit expired. */
function timedOut(failedOperation: Attempt['failedOperation']): HttpFailure {
  return { failure: 'generic_timeout_error', failedOperation, browserError: null, valid: true };
}

function byCode(
  { error, fromCache, proxy }: RequestOutcome,
  { failure, operation, valid }: ReturnType<ClassifyFailure>,
  otherwise: Attempt['failedOperation'],
): HttpFailure {
  return {
    failure,
    failedOperation: operation ?? otherwise,
    browserError: error,
    valid: valid && !fromCache && !(error !== null && isWordOfProxy(error, proxy)),
  };
}
