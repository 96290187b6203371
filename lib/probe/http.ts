import type { ClassifyFailure } from '../failure/index.ts';
import type { Attempt } from '../round/types.ts';
import { readBody } from './body.ts';
import type { RequestEvents, RequestOutcome } from './request-events.ts';
import type { ResourceTimings } from './resource-timings.ts';
import { noTimings } from './timings.ts';

export interface HttpRequest {
  url: string;
  method: 'HEAD' | 'GET' | 'POST';
  /** The whole attempt, body included. */
  timeoutMs: number;
  accept?: string;
  signal: AbortSignal;
}

/** One HTTP conversation as the browser told of it; `ok` and the number in the round come later. */
export interface HttpObservation extends Omit<Attempt, 'ok' | 'n'> {
  /** The first bytes of the body. */
  body: Uint8Array;
}

export type ProbeHttp = (request: HttpRequest) => Promise<HttpObservation>;

export interface HttpProbeDependencies {
  fetch: typeof fetch;
  events: RequestEvents;
  timings: ResourceTimings;
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
  const { events, timings, now } = dependencies;
  let sequence = 0;

  return async (request) => {
    sequence += 1;
    // The fragment is not sent; it tells this request's events from all others'.
    const url = `${request.url}#probe-${now().getTime()}-${sequence}`;
    const expected = events.expect(url);
    timings.expect(url);
    const started = now();
    try {
      const exchange = await converse(dependencies.fetch, url, request);
      request.signal.throwIfAborted();
      const totalMs = now().getTime() - started.getTime();
      const outcome = await expected.settled(eventBoundMs);
      const httpStatus = outcome.statusCode ?? exchange.status;
      return {
        startedAt: started.toISOString(),
        ...failureOf(exchange, outcome, dependencies.classify),
        httpStatus,
        remoteIp: outcome.remoteIp,
        ...(exchange.answered ? await timingsOf(url, started, outcome) : noTimings),
        totalMs,
        bytes: exchange.answered ? exchange.body.byteLength : null,
        freezeAtBytes: null,
        body: exchange.body,
      };
    } finally {
      expected.forget();
      timings.forget(url);
    }
  };

  async function timingsOf(url: string, started: Date, { headersAt }: RequestOutcome) {
    const timed = await timings.of(url);
    const headersMs = headersAt === null ? null : Math.round(headersAt - started.getTime());
    return { ...timed, ttfbMs: timed.ttfbMs ?? headersMs };
  }
}

interface Exchange {
  /** Headers arrived. */
  answered: boolean;
  /** Null where the browser hides it (a redirect that is not followed). */
  status: number | null;
  body: Uint8Array;
  /** `timeout`: we gave up ourselves. */
  ending: 'complete' | 'timeout' | 'failed';
}

async function converse(
  fetch: HttpProbeDependencies['fetch'],
  url: string,
  request: HttpRequest,
): Promise<Exchange> {
  const timer = AbortSignal.timeout(request.timeoutMs);
  const exchange: Exchange = {
    answered: false,
    status: null,
    body: new Uint8Array(),
    ending: 'failed',
  };
  try {
    const response = await fetch(url, {
      method: request.method,
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(request.accept !== undefined && { headers: { accept: request.accept } }),
      signal: AbortSignal.any([timer, request.signal]),
    });
    exchange.answered = true;
    exchange.status = response.status || null;
    exchange.ending = 'complete';
    const { body, complete } = await readBody(response);
    exchange.body = body;
    if (!complete) exchange.ending = timer.aborted ? 'timeout' : 'failed';
  } catch {
    exchange.ending = timer.aborted ? 'timeout' : 'failed';
  }
  return exchange;
}

function failureOf(
  exchange: Exchange,
  outcome: RequestOutcome,
  classify: ClassifyFailure,
): Pick<Attempt, 'failure' | 'failedOperation' | 'browserError' | 'valid'> {
  const operation = exchange.answered ? 'read' : null;
  if (exchange.ending === 'timeout') {
    return {
      failure: 'generic_timeout_error',
      failedOperation: operation,
      browserError: null,
      valid: true,
    };
  }
  if (outcome.error !== null) {
    const seen = classify(outcome.error);
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
