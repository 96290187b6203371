import { type HttpObservation, withoutPage } from '../../lib/observe/http.ts';
import type { SocketObservation } from '../../lib/observe/socket.ts';
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
    proxy: null,
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

/** A WebSocket that opened, unless the overrides say otherwise. */
export function aSocketObservation(overrides: Partial<SocketObservation> = {}): SocketObservation {
  return { ...withoutPage(anObservation()), httpStatus: 101, hidden: false, ...overrides };
}

/** One that did not, of which Chromium says no more. */
export function aHiddenFailure(overrides: Partial<SocketObservation> = {}): SocketObservation {
  return aSocketObservation({
    failure: 'unknown_failure: net::ERR_FAILED',
    browserError: 'net::ERR_FAILED',
    httpStatus: null,
    remoteIp: null,
    valid: false,
    hidden: true,
    ...overrides,
  });
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
