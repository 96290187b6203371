import { readBody } from './body.ts';
import type { ResourceTimings } from './resource-timings.ts';
import { noTimings, type Timings } from './timings.ts';

export interface ConverseRequest {
  /** With a fragment that makes it unique. */
  url: string;
  method: 'HEAD' | 'GET' | 'POST';
  /** The whole attempt, body included. */
  timeoutMs: number;
  accept?: string;
  signal: AbortSignal;
}

/** What `fetch` alone tells of one HTTP attempt. */
export interface Conversation {
  /** Headers arrived. */
  answered: boolean;
  /** Null where the browser hides it (a redirect that is not followed). */
  status: number | null;
  /** The first bytes of the body. */
  body: Uint8Array;
  /** `timeout`: we gave up ourselves. */
  ending: 'complete' | 'timeout' | 'failed';
  /** Milliseconds from the call to the end, body included. */
  totalMs: number;
  timings: Timings;
}

/** Never rejects: an unreachable server is a successful measurement. */
export type Converse = (request: ConverseRequest) => Promise<Conversation>;

export interface ConverseDependencies {
  fetch: typeof fetch;
  timings: ResourceTimings;
  now: () => Date;
}

/** One HTTP attempt without credentials, cache or redirects, by this context's own `fetch`. */
export function createConverse({ fetch, timings, now }: ConverseDependencies): Converse {
  return async (request) => {
    timings.expect(request.url);
    try {
      const started = now().getTime();
      const exchange = await fetchOnce(fetch, request);
      const totalMs = now().getTime() - started;
      return {
        ...exchange,
        totalMs,
        timings: exchange.answered ? await timings.of(request.url) : noTimings,
      };
    } finally {
      timings.forget(request.url);
    }
  };
}

type Exchange = Omit<Conversation, 'timings' | 'totalMs'>;

async function fetchOnce(
  fetch: ConverseDependencies['fetch'],
  request: ConverseRequest,
): Promise<Exchange> {
  const timer = AbortSignal.timeout(request.timeoutMs);
  const exchange: Exchange = {
    answered: false,
    status: null,
    body: new Uint8Array(),
    ending: 'failed',
  };
  try {
    const response = await fetch(request.url, {
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
