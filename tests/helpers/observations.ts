import type { HttpObservation } from '../../lib/probe/http.ts';
import { noTimings } from '../../lib/probe/timings.ts';
import { at } from './clock.ts';

/** An HTTP conversation that ended well, unless the overrides say otherwise. */
export function anObservation(overrides: Partial<HttpObservation> = {}): HttpObservation {
  return {
    startedAt: at(0),
    failure: null,
    failedOperation: null,
    browserError: null,
    httpStatus: 200,
    remoteIp: '203.0.113.7',
    ...noTimings,
    totalMs: 100,
    bytes: 0,
    freezeAtBytes: null,
    redirectUrl: null,
    valid: true,
    body: new Uint8Array(),
    ...overrides,
  };
}

/** A conversation that failed before an answer came. */
export function aFailedObservation(overrides: Partial<HttpObservation> = {}): HttpObservation {
  return anObservation({
    failure: 'connection_reset',
    browserError: 'net::ERR_CONNECTION_RESET',
    httpStatus: null,
    remoteIp: null,
    bytes: null,
    ...overrides,
  });
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
