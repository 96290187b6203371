import { noTimings, type Timings } from '../probe/timings.ts';

/** The times of a request. Unknown after a failure or a redirect that was not followed: all fields are 0. */
export function readTimings(
  entry: PerformanceResourceTiming,
  reused = entry.connectEnd === entry.connectStart,
): Timings {
  if (entry.responseStart === 0) return noTimings;
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
 * Firefox mistakes the session tickets of TLS 1.3 for the first bytes of the response: it reported 1 ms for a
 * response that came after 1.5 s (Firefox 153).
 */
export function readFirefoxTimings(entry: PerformanceResourceTiming): Timings {
  const { connectStart, connectEnd } = entry;
  const reused = connectEnd === connectStart && !isBegunPlainly(entry);
  return { ...readTimings(entry, reused), ttfbMs: null };
}

/**
 * Whether Firefox sent a request that failed, over a connection that it made for it (seen in Firefox 153): only then does
 * the request begin later than everything. Chromium tells no times of what failed.
 */
export function isSentInFirefox({
  name,
  fetchStart,
  connectEnd,
  requestStart,
}: PerformanceResourceTiming): boolean {
  return name.startsWith('https:') && connectEnd > fetchStart && requestStart >= connectEnd;
}

/**
 * Firefox's clock has whole milliseconds, and a plain connection that a program on this computer accepts may take none;
 * one that was open is not begun after the request. Over TLS it may be, where the name leads to an address that is
 * connected.
 */
function isBegunPlainly({ name, fetchStart, connectStart }: PerformanceResourceTiming): boolean {
  return name.startsWith('http:') && connectStart > fetchStart;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
