import { noTimings, type Timings } from '../probe/timings.ts';

/** All fields are zero on a failure or on a redirect that was not followed: then nothing is known. */
export function readTimings(entry: PerformanceResourceTiming): Timings {
  if (entry.responseStart === 0) return noTimings;
  const reused = entry.connectEnd === entry.connectStart;
  const secure = entry.secureConnectionStart > 0;
  return {
    protocol: entry.nextHopProtocol || null,
    dnsMs: reused ? null : round(entry.domainLookupEnd - entry.domainLookupStart),
    connectMs: reused
      ? null
      : round((secure ? entry.secureConnectionStart : entry.connectEnd) - entry.connectStart),
    tlsMs: reused || !secure ? null : round(entry.connectEnd - entry.secureConnectionStart),
    ttfbMs: round(entry.responseStart - entry.startTime),
    reusedConnection: reused,
  };
}

/**
 * Firefox takes the session tickets of TLS 1.3 for the first bytes of the response: a response
 * that came after 1.5 s was said to have come after 1 ms (Firefox 153).
 */
export function readFirefoxTimings(entry: PerformanceResourceTiming): Timings {
  return { ...readTimings(entry), ttfbMs: null };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
