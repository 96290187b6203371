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
}

export type RequestEvent = Partial<RequestOutcome> & { url: string; final: boolean };

/** Collects the events of requests by URL and hands each request its own outcome. */
export interface RequestEvents {
  /** To be called by the `webRequest` listeners. */
  note(event: RequestEvent): void;
  /** Starts to listen for one URL, whose fragment makes it unique. */
  expect(url: string): ExpectedRequest;
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
}

export function createRequestEvents(): RequestEvents {
  const pending = new Map<string, Pending>();

  return {
    note({ url, final, ...seen }) {
      const entry = pending.get(url);
      if (entry === undefined) return;
      // A redirect that is not followed ends as an abort after its answer: the answer counts.
      const answered = entry.outcome.statusCode !== null;
      const error = answered && isAbort(seen.error) ? null : seen.error;
      Object.assign(entry.outcome, withoutUndefined({ ...seen, error }));
      if (!final) return;
      entry.final = true;
      entry.onFinal?.();
    },
    expect(url) {
      const entry: Pending = {
        outcome: {
          statusCode: null,
          remoteIp: null,
          headersAt: null,
          error: null,
          fromCache: false,
          redirectUrl: null,
        },
        final: false,
        onFinal: null,
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
