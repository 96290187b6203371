import { describe, expect, it } from 'vitest';
import { isSentInFirefox, readFirefoxTimings, readTimings } from '../../../lib/observe/timings.ts';
import { noTimings } from '../../../lib/probe/timings.ts';

function anEntry(overrides: Partial<PerformanceResourceTiming> = {}): PerformanceResourceTiming {
  return {
    name: 'https://chat.example/#probe-1',
    startTime: 100,
    fetchStart: 100,
    domainLookupStart: 101,
    domainLookupEnd: 111.04,
    connectStart: 111.04,
    secureConnectionStart: 131,
    connectEnd: 161,
    responseStart: 200.26,
    nextHopProtocol: 'h2',
    ...overrides,
  } as PerformanceResourceTiming;
}

describe('the timings of a request', () => {
  it('have each step of a new TLS connection', () => {
    expect(readTimings(anEntry())).toEqual({
      protocol: 'h2',
      dnsMs: 10,
      connectMs: 20,
      tlsMs: 30,
      ttfbMs: 100.3,
      reusedConnection: false,
    });
  });

  it('have no TLS time on a plain connection', () => {
    const timings = readTimings(anEntry({ secureConnectionStart: 0 }));

    expect(timings).toMatchObject({ connectMs: 50, tlsMs: null, reusedConnection: false });
  });

  it('have only the first byte if the connection was reused', () => {
    const reused = {
      domainLookupStart: 100,
      domainLookupEnd: 100,
      connectStart: 100,
      connectEnd: 100,
    };

    expect(readTimings(anEntry({ ...reused, secureConnectionStart: 100 }))).toEqual({
      protocol: 'h2',
      dnsMs: null,
      connectMs: null,
      tlsMs: null,
      ttfbMs: 100.3,
      reusedConnection: true,
    });
  });

  it('are unknown for a failed request', () => {
    const zero = { connectStart: 0, connectEnd: 0, secureConnectionStart: 0, responseStart: 0 };

    expect(readTimings(anEntry({ ...zero, nextHopProtocol: '' }))).toEqual(noTimings);
  });

  it('have everything except the first byte in Firefox', () => {
    const entry = anEntry();

    expect(readFirefoxTimings(entry)).toEqual({ ...readTimings(entry), ttfbMs: null });
  });

  const atOnce = { connectStart: 111, connectEnd: 111, secureConnectionStart: 0 };

  it('are those of a new plain connection in Firefox, though it took less than its clock shows', () => {
    const entry = anEntry({
      ...atOnce,
      name: 'http://chat.example/#probe-1',
      domainLookupEnd: 111,
    });

    expect(readFirefoxTimings(entry)).toMatchObject({
      reusedConnection: false,
      dnsMs: 10,
      connectMs: 0,
      tlsMs: null,
    });
  });

  it('are those of an old plain connection in Firefox where none was begun', () => {
    const begun = { domainLookupStart: 100, domainLookupEnd: 100, connectStart: 100 };
    const entry = anEntry({ ...atOnce, ...begun, connectEnd: 100, name: 'http://chat.example/' });

    expect(readFirefoxTimings(entry)).toMatchObject({ reusedConnection: true, connectMs: null });
  });

  it('are those of an old connection in Firefox where a name has led to one over TLS', () => {
    const entry = anEntry({ ...atOnce, name: 'https://chat.example/' });

    expect(readFirefoxTimings(entry)).toMatchObject({ reusedConnection: true, connectMs: null });
  });

  it('have no protocol if the browser reports none', () => {
    expect(readTimings(anEntry({ nextHopProtocol: '' })).protocol).toBeNull();
  });
});

/** Milliseconds since `fetchStart`, as Firefox 153 told them in the lab of requests that failed. */
const failedInFirefox = {
  'reset after the server name': { connectStart: 65, connectEnd: 127, requestStart: 0 },
  'an alert': { connectStart: 2, connectEnd: 5, requestStart: 0 },
  'a forged certificate': { connectStart: 2, connectEnd: 54, requestStart: 0 },
  'no such name': { connectStart: 15, connectEnd: 15, requestStart: 0 },
  'closed once the request was read': { connectStart: 15, connectEnd: 26, requestStart: 30 },
  'reset once the request was read': { connectStart: 3, connectEnd: 10, requestStart: 11 },
  'silent over a connection that was open': { connectStart: 0, connectEnd: 0, requestStart: 1 },
};

describe('a request that failed in Firefox', () => {
  const sent = Object.entries(failedInFirefox).filter(([, times]) => isSent(times));

  function isSent(
    times: Partial<PerformanceResourceTiming>,
    name = 'https://chat.example/#probe-1',
  ): boolean {
    return isSentInFirefox(anEntry({ name, fetchStart: 0, ...times }));
  }

  it('was sent over a new connection where it begins after that was made', () => {
    expect(sent.map(([what]) => what)).toEqual([
      'closed once the request was read',
      'reset once the request was read',
    ]);
  });

  it('tells nothing over plain HTTP, where no handshake comes before it', () => {
    const times = failedInFirefox['reset once the request was read'];

    expect(isSent(times, 'http://chat.example/#probe-1')).toBe(false);
  });
});
