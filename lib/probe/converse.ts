import { readBody } from './body.ts';
import type { ResourceTimings } from './resource-timings.ts';
import { startStopwatch } from './stopwatch.ts';
import { noTimings, type Timings } from './timings.ts';

/** One HTTP attempt to make. */
export interface ConverseRequest {
  /** With a fragment that makes it unique. */
  url: string;
  /** `OPTIONS` has an empty body that Chromium asks for once a connection stands; Firefox cannot send it. */
  method: 'HEAD' | 'GET' | 'POST' | 'OPTIONS';
  /** The limit for the whole attempt, body included. */
  timeoutMs: number;
  accept?: string;
  /** Bytes to request; the answer is read no further. */
  receiveBytes?: number;
  /** The number of random bytes to send as the body. */
  sendBytes?: number;
  /** Silence, in milliseconds, after which the transfer counts as frozen: before the headers, and in the body. */
  stall?: { answerMs: number; bodyMs: number };
  /** Ends the attempt as its limit would. */
  giveUp?: AbortSignal;
  signal: AbortSignal;
}

/** What `fetch` alone reveals about one HTTP attempt. */
export interface Conversation {
  /**
   * A new connection stood, handshake included: Chromium asked for the body of an `OPTIONS` request, or Firefox sent a
   * request that failed.
   */
  connected: boolean;
  /** Headers arrived. */
  answered: boolean;
  /** Null if the browser hides it (a redirect that is not followed). */
  status: number | null;
  /** The URL that answered; null before the headers. */
  answeredBy: string | null;
  /** The first bytes of the body. */
  body: Uint8Array;
  /** Body bytes received. */
  received: number;
  /** Milliseconds from the call to the last body byte; null if there is none. */
  lastByteMs: number | null;
  /** Our own limits: `timeout` for the whole attempt, `stalled` for the next byte. */
  ending: 'complete' | 'timeout' | 'stalled' | 'failed';
  /** Milliseconds from the call to the end, body included. */
  totalMs: number;
  timings: Timings;
}

/** Never rejects: an unreachable server is a successful measurement. */
export type Converse = (request: ConverseRequest) => Promise<Conversation>;

export interface ConverseDependencies {
  fetch: typeof fetch;
  timings: ResourceTimings;
  /** Milliseconds since any fixed moment. */
  clock: () => number;
}

/** One HTTP attempt without credentials, cache or redirects, by this context's own `fetch`. */
export function createConverse({ fetch, timings, clock }: ConverseDependencies): Converse {
  return async (request) => {
    timings.expect(request.url);
    try {
      const elapsedMs = startStopwatch(clock);
      const exchange = await fetchOnce(fetch, request, elapsedMs);
      const totalMs = elapsedMs();
      const isCut = exchange.ending === 'failed' && !exchange.answered;
      return {
        ...exchange,
        connected: exchange.connected || (isCut && (await timings.wasSent(request.url))),
        totalMs,
        timings: exchange.answered ? await timings.of(request.url) : noTimings,
      };
    } finally {
      timings.forget(request.url);
    }
  };
}

type Exchange = Omit<Conversation, 'timings' | 'totalMs'>;

/** A request to which nothing came back. */
export const nothingCame: Exchange = {
  connected: false,
  answered: false,
  status: null,
  answeredBy: null,
  body: new Uint8Array(),
  received: 0,
  lastByteMs: null,
  ending: 'failed',
};

async function fetchOnce(
  fetch: ConverseDependencies['fetch'],
  request: ConverseRequest,
  elapsedMs: () => number,
): Promise<Exchange> {
  const limit = AbortSignal.timeout(request.timeoutMs);
  const timer = request.giveUp ? AbortSignal.any([limit, request.giveUp]) : limit;
  const stall = createStallTimer(request.stall);
  const exchange = { ...nothingCame };
  const endingOfCut = () => {
    if (stall.signal.aborted) return 'stalled';
    return timer.aborted ? 'timeout' : 'failed';
  };
  try {
    const signal = AbortSignal.any([timer, stall.signal, request.signal]);
    const body = request.method === 'OPTIONS' ? askedFor(() => (exchange.connected = true)) : {};
    const response = await fetch(request.url, { ...initOf(request), ...body, signal });
    stall.onBytes();
    exchange.answered = true;
    exchange.status = response.status || null;
    exchange.answeredBy = response.url;
    exchange.ending = 'complete';
    const limitBytes = request.receiveBytes;
    const onChunk = () => {
      stall.onBytes();
      exchange.lastByteMs = elapsedMs();
    };
    const read = await readBody(response, { limitBytes, onChunk });
    exchange.body = read.body;
    exchange.received = read.body.byteLength;
    if (!read.complete) exchange.ending = endingOfCut();
  } catch {
    exchange.ending = endingOfCut();
  } finally {
    stall.stop();
  }
  return exchange;
}

function initOf(request: ConverseRequest): RequestInit {
  const { accept, receiveBytes, sendBytes } = request;
  const headers = new Headers();
  if (accept !== undefined) headers.set('accept', accept);
  if (receiveBytes !== undefined) headers.set('range', `bytes=0-${receiveBytes - 1}`);
  return {
    method: request.method,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers,
    ...(sendBytes !== undefined && { body: crypto.getRandomValues(new Uint8Array(sendBytes)) }),
  };
}

/** An empty body, and what happens when the browser asks for it: not before it has a connection to send it on. */
function askedFor(onAsked: () => void): RequestInit & { duplex: 'half' } {
  const body = new ReadableStream(
    {
      pull(controller) {
        onAsked();
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, duplex: 'half' };
}

/** Aborts after a silence of `answerMs`, or of `bodyMs` once the first bytes have arrived. */
function createStallTimer(limit: ConverseRequest['stall']) {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (milliseconds: number | undefined) => {
    clearTimeout(timer);
    if (milliseconds !== undefined) timer = setTimeout(() => abort.abort(), milliseconds);
  };
  restart(limit?.answerMs);
  return {
    signal: abort.signal,
    onBytes: () => restart(limit?.bodyMs),
    stop: () => clearTimeout(timer),
  };
}
