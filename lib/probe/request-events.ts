import { isRepeatedByBrowser } from '../failure/repeated.ts';
import type { ProxyKind } from '../model/route.ts';

/** What the browser's network stack told about one request, gathered from `webRequest`. */
export interface RequestOutcome {
  statusCode: number | null;
  remoteIp: string | null;
  /** Milliseconds since the epoch when the headers came; null before that. */
  headersAt: number | null;
  /** Raw error code; null where the request ended with an answer. */
  error: string | null;
  fromCache: boolean;
  /** Where the server sends on to; null where it does not. */
  redirectUrl: string | null;
  /** The proxy that the request went through, where there is one and the browser tells. */
  proxy: ProxyKind | null;
}

export type RequestEvent = Partial<RequestOutcome> & {
  url: string;
  final: boolean;
  /** The browser's own number of the request. */
  requestId?: string;
  /** The request has just begun; nothing is known of it yet. */
  begins?: boolean;
};

/** Collects the events of requests by URL and hands each request its own outcome. */
export interface RequestEvents {
  /** To be called by the `webRequest` listeners. */
  note(event: RequestEvent): void;
  /** Starts to listen for one URL, whose fragment makes it unique. */
  expect(url: string, options?: ExpectOptions): ExpectedRequest;
}

export interface ExpectOptions {
  /**
   * The URL is not unique: only the request counts whose start is heard of next. One at a time may be
   * expected of such a URL.
   */
  fromItsStart?: boolean;
}

export interface ExpectedRequest {
  /** Resolves once the browser has spoken its last word on the request, or after `boundMs`. */
  settled(boundMs: number): Promise<RequestOutcome>;
  forget(): void;
}

interface Pending {
  outcome: RequestOutcome;
  final: boolean;
  onFinal: (() => void) | null;
  /** The only request whose events count; null before it has begun; undefined where all count. */
  requestId: string | null | undefined;
}

export function createRequestEvents(): RequestEvents {
  const pending = new Map<string, Pending>();

  return {
    note({ url, final, requestId, begins, ...seen }) {
      const entry = pending.get(url);
      if (entry === undefined) return;
      if (entry.requestId === null && begins === true) entry.requestId = requestId ?? null;
      if (entry.requestId !== undefined && entry.requestId !== requestId) return;
      // A redirect that is not followed ends as an abort after its answer: the answer counts.
      const answered = entry.outcome.statusCode !== null;
      const error = answered && isAbort(seen.error) ? null : seen.error;
      Object.assign(entry.outcome, withoutUndefined({ ...seen, error }));
      if (!final || isRepeatedByBrowser(seen.error ?? '')) return;
      entry.final = true;
      entry.onFinal?.();
    },
    expect(url, { fromItsStart = false } = {}) {
      const entry: Pending = {
        outcome: {
          statusCode: null,
          remoteIp: null,
          headersAt: null,
          error: null,
          fromCache: false,
          redirectUrl: null,
          proxy: null,
        },
        final: false,
        onFinal: null,
        requestId: fromItsStart ? null : undefined,
      };
      pending.set(url, entry);
      return {
        settled: async (boundMs) => {
          if (!entry.final) await untilFinal(entry, boundMs);
          return entry.outcome;
        },
        forget: () => pending.delete(url),
      };
    },
  };
}

function isAbort(error: string | null | undefined): boolean {
  return error === 'net::ERR_ABORTED' || error === 'NS_BINDING_ABORTED';
}

function untilFinal(entry: Pending, boundMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, boundMs);
    entry.onFinal = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
