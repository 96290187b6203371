/** What `PerformanceResourceTiming` tells of a request. Null where the browser did not tell. */
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
