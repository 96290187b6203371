import { isRepeatedByBrowser } from '../failure/repeated.ts';
import type { ProxyKind } from '../model/route.ts';
import type { AnswerHeaders } from './answer-headers.ts';

/** What the browser's network stack reported about one request, gathered from `webRequest`. */
export interface RequestOutcome {
  /** When the browser began a WebSocket, in milliseconds since the epoch; left out of other requests, and before that. */
  begunAt?: number;
  statusCode: number | null;
  remoteIp: string | null;
  /** When the headers arrived, in milliseconds since the epoch; null before that. */
  headersAt: number | null;
  /** By how much this computer's clock is ahead of the server's, in milliseconds; null where the server tells no time. */
  clockAheadMs: number | null;
  /** Raw error code; null if the request ended with an answer. */
  error: string | null;
  fromCache: boolean;
  /** The target of the answer's redirect; null without one. */
  redirectUrl: string | null;
  /** The kind of proxy that the request used; null without one, or if the browser does not report it. */
  proxy: ProxyKind | null;
  /** Firefox: the browser's extensions have let the request pass, so that none of them ended it. */
  letPass?: boolean;
  /** Left out before the headers, and where the browser does not report them. */
  headers?: AnswerHeaders | null;
}

/** One event of a request; fields that it does not report are omitted. */
export type RequestEvent = Partial<RequestOutcome> & {
  url: string;
  final: boolean;
  /** The browser's id of the request. */
  requestId?: string;
  /** True for the first event of a request. */
  begins?: boolean;
};

/** Gathers the events of requests by URL, and gives each request its own outcome. */
export interface RequestEvents {
  /** The `webRequest` listeners call it. */
  note(event: RequestEvent): void;
  /** Starts to gather the events of one URL, which a fragment makes unique. */
  expect(url: string, options?: ExpectOptions): ExpectedRequest;
}

export interface ExpectOptions {
  /**
   * The URL is not unique: gathers only the events of the request that begins next. Such a URL may be
   * expected only once at a time.
   */
  nextRequestOnly?: boolean;
}

/** A request whose events are gathered until it is forgotten. */
export interface ExpectedRequest {
  /** Resolves after the browser's last event of the request, or after `boundMs`. */
  settled(boundMs: number): Promise<RequestOutcome>;
  forget(): void;
}

interface Pending {
  outcome: RequestOutcome;
  final: boolean;
  onFinal: (() => void) | null;
  /** The only request whose events count; null before it begins; undefined if all count. */
  requestId: string | null | undefined;
}

/** Creates an empty collection; events of URLs that are not expected are dropped. */
export function createRequestEvents(): RequestEvents {
  const pending = new Map<string, Pending>();

  return {
    note({ url, final, requestId, begins, ...reported }) {
      const entry = pending.get(url);
      if (entry === undefined) return;
      if (entry.requestId === null && begins === true) entry.requestId = requestId ?? null;
      if (entry.requestId !== undefined && entry.requestId !== requestId) return;
      // A redirect that is not followed ends with an abort after its answer; the answer counts.
      const answered = entry.outcome.statusCode !== null;
      const error = answered && isAbort(reported.error) ? null : reported.error;
      Object.assign(entry.outcome, withoutUndefined({ ...reported, error }));
      if (!final || isRepeatedByBrowser(reported.error ?? '')) return;
      entry.final = true;
      entry.onFinal?.();
    },
    expect(url, { nextRequestOnly = false } = {}) {
      const entry: Pending = {
        outcome: {
          statusCode: null,
          remoteIp: null,
          headersAt: null,
          clockAheadMs: null,
          error: null,
          fromCache: false,
          redirectUrl: null,
          proxy: null,
        },
        final: false,
        onFinal: null,
        requestId: nextRequestOnly ? null : undefined,
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
