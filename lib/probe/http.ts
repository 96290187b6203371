import type { ClassifyFailure } from '../failure/types.ts';
import { upgradeFailure } from '../failure/upgrade.ts';
import type { Attempt } from '../model/attempt.ts';
import { paceOf } from '../observe/pace.ts';
import type { ProxyKind } from '../observe/proxy-kind.ts';
import { isUpgrade } from '../observe/upgrade.ts';
import type { Conversation, Converse } from './converse.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';
import { noTimings } from './timings.ts';

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

/** One HTTP conversation as the browser told of it; `ok` and the number in the round come later. */
export interface HttpObservation extends Omit<Attempt, 'ok' | 'n'> {
  /** Where the answer sends on to; null where it does not. */
  redirectUrl: string | null;
  /** Null where there is none, or the browser does not tell. */
  proxy: ProxyKind | null;
  /** The first bytes of the body. */
  body: Uint8Array;
}

/** What may be kept of a conversation. */
export function withoutPage({
  body: _body,
  redirectUrl: _redirectUrl,
  proxy: _proxy,
  ...seen
}: HttpObservation): Omit<Attempt, 'ok' | 'n'> {
  return seen;
}

export type ProbeHttp = (request: HttpRequest) => Promise<HttpObservation>;

export interface HttpProbeDependencies {
  converse: Converse;
  events: RequestEvents;
  classify: ClassifyFailure;
  now: () => Date;
}

/** The last event follows the end of the fetch by a few milliseconds, in Firefox more. */
const eventBoundMs = 300;

/**
 * One HTTP attempt without credentials, cache or redirects. Never rejects but on `signal`: an
 * unreachable server is a successful measurement.
 */
export function createHttpProbe(dependencies: HttpProbeDependencies): ProbeHttp {
  const { converse, events, now } = dependencies;
  let sequence = 0;

  return async (request) => {
    sequence += 1;
    // The fragment is not sent; it tells this request's events from all others'.
    const url = `${request.url}#probe-${now().getTime()}-${sequence}`;
    const expected = events.expect(url);
    const started = now();
    try {
      const exchange = await converse({ ...request, url });
      request.signal.throwIfAborted();
      const outcome = await expected.settled(eventBoundMs);
      if (isUpgrade(url, outcome, exchange)) return upgraded(started, exchange);
      const httpStatus = outcome.statusCode ?? exchange.status;
      const ttfbMs = firstByteMs(exchange, started, outcome);
      return {
        startedAt: started.toISOString(),
        ...failureOf({ request, exchange, outcome }, dependencies.classify),
        httpStatus,
        remoteIp: outcome.remoteIp,
        ...exchange.timings,
        ttfbMs,
        totalMs: exchange.totalMs,
        bytes: exchange.answered ? (request.sendBytes ?? exchange.received) : null,
        freezeAtBytes: freezeOffset(request, exchange),
        ...paceOf(request, exchange, ttfbMs),
        redirectUrl: outcome.redirectUrl,
        proxy: outcome.proxy,
        body: exchange.body,
      };
    } finally {
      expected.forget();
    }
  };
}

/** Nothing that is then seen was said by anybody to a plain request. */
function upgraded(started: Date, { totalMs }: Conversation): HttpObservation {
  return {
    startedAt: started.toISOString(),
    failure: upgradeFailure,
    failedOperation: null,
    browserError: null,
    valid: false,
    httpStatus: null,
    remoteIp: null,
    ...noTimings,
    totalMs,
    bytes: null,
    freezeAtBytes: null,
    redirectUrl: null,
    proxy: null,
    body: new Uint8Array(),
  };
}

/** Where the timing does not tell it, the event of the headers does. */
function firstByteMs(
  { answered, timings }: Conversation,
  started: Date,
  { headersAt }: RequestOutcome,
): number | null {
  if (!answered) return null;
  const headersMs = headersAt === null ? null : Math.round(headersAt - started.getTime());
  return timings.ttfbMs ?? headersMs;
}

/**
 * What a handshake and the headers take of a connection's bytes, about: the browser shows only those
 * of the body, and a censor counts all.
 */
const overheadBytes = 3_000;

/** Null where nothing froze, or the browser does not tell how far it came (an upload). */
function freezeOffset(request: HttpRequest, exchange: Conversation): number | null {
  const froze = exchange.ending === 'stalled' && exchange.answered;
  return froze && request.receiveBytes !== undefined ? exchange.received + overheadBytes : null;
}

interface Told {
  request: HttpRequest;
  exchange: Conversation;
  outcome: RequestOutcome;
}

function failureOf(
  { request, exchange, outcome }: Told,
  classify: ClassifyFailure,
): Pick<Attempt, 'failure' | 'failedOperation' | 'browserError' | 'valid'> {
  const operation = exchange.answered ? 'read' : null;
  if (exchange.ending === 'stalled') {
    const sends = !exchange.answered && request.sendBytes !== undefined;
    return {
      failure: 'generic_timeout_error',
      failedOperation: sends ? 'write' : operation,
      browserError: null,
      valid: true,
    };
  }
  if (exchange.ending === 'timeout') {
    return {
      failure: 'generic_timeout_error',
      failedOperation: operation,
      browserError: null,
      valid: true,
    };
  }
  // Who has read all that was asked for hangs up; the browser then tells of an error of our making.
  if (outcome.error !== null && exchange.ending !== 'complete') {
    const seen = classify(outcome.error, exchange.totalMs);
    return {
      failure: seen.failure,
      failedOperation: seen.operation ?? operation,
      browserError: outcome.error,
      valid: seen.valid && !outcome.fromCache,
    };
  }
  if (exchange.ending === 'complete') {
    return {
      failure: null,
      failedOperation: null,
      browserError: null,
      valid: !outcome.fromCache,
    };
  }
  // The request never reached the network stack, or its last event was lost: nothing is known.
  return {
    failure: 'unknown_failure',
    failedOperation: operation,
    browserError: null,
    valid: false,
  };
}
