/** The times of a request from `PerformanceResourceTiming`; null where the browser did not report them. */
export interface Timings {
  protocol: string | null;
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  ttfbMs: number | null;
  reusedConnection: boolean | null;
}

export const noTimings: Timings = {
  protocol: null,
  dnsMs: null,
  connectMs: null,
  tlsMs: null,
  ttfbMs: null,
  reusedConnection: null,
};
