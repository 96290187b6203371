import { vi } from 'vitest';
import { classifyChromiumFailure } from '../../lib/failure/chromium.ts';
import type { ClassifyFailure } from '../../lib/failure/types.ts';
import { observeHttp, type ProbeHttp } from '../../lib/observe/http.ts';
import { createConverse } from '../../lib/probe/converse.ts';
import { createHttpProbe, type HttpRequest } from '../../lib/probe/http.ts';
import type { RequestEvent, RequestEvents } from '../../lib/probe/request-events.ts';
import { createRequestEvents } from '../../lib/probe/request-events.ts';
import { noTimings, type Timings } from '../../lib/probe/timings.ts';
import { dateAt } from './clock.ts';
import { bytesOf } from './observations.ts';

export interface HttpWorld {
  probe: ProbeHttp;
  events: RequestEvents;
  /** Fetched URLs in order. */
  fetched: { url: string; init: RequestInit }[];
}

/**
 * An HTTP probe whose network is a function, and whose clock moves one second per fetch.
 * @param wasSent whether the browser tells of a request that failed that it was sent
 */
export function anHttpWorld(
  respond: (fetched: {
    url: string;
    init: RequestInit;
    events: RequestEvents;
  }) => Promise<Response>,
  timings: Timings = noTimings,
  classify: ClassifyFailure = classifyChromiumFailure,
  wasSent = false,
): HttpWorld {
  const events = createRequestEvents();
  const fetched: HttpWorld['fetched'] = [];
  let seconds = 0;
  const ask = createHttpProbe({
    converse: createConverse({
      fetch: (input, init = {}) => {
        const url = input instanceof Request ? input.url : input.toString();
        fetched.push({ url, init });
        seconds += 1;
        return respond({ url, init, events });
      },
      timings: {
        expect: vi.fn(),
        forget: vi.fn(),
        of: async () => timings,
        wasSent: async () => wasSent,
      },
      clock: () => 1000 * seconds,
    }),
    events,
    now: () => dateAt(seconds),
  });
  const probe: ProbeHttp = async (request) => observeHttp(await ask(request), classify);
  return { probe, events, fetched };
}

/** A server that answers at once. */
export async function answer({ url, events }: { url: string; events: RequestEvents }) {
  events.note(ended(url, { statusCode: 200 }));
  return new Response();
}

/** A network that drops everything until the request is aborted. */
export function rejectWhenAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/** A body that delivers some text before its end. */
export function aBodyThatEnds(
  text: string,
  end: (stream: ReadableStreamDefaultController) => void,
) {
  let sent = false;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (sent) return end(controller);
      sent = true;
      controller.enqueue(bytesOf(text));
    },
  });
}

/** The browser's final event of a request. */
export function ended(url: string, seen: Partial<RequestEvent>): RequestEvent {
  return { url, final: true, ...seen };
}

export function aRequest(overrides: Partial<HttpRequest> = {}): HttpRequest {
  return {
    url: 'https://web.chat.example/',
    method: 'HEAD',
    timeoutMs: 5000,
    signal: new AbortController().signal,
    ...overrides,
  };
}
