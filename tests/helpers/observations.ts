import { type HttpObservation, recordablePart } from '../../lib/observe/http.ts';
import type { SocketObservation } from '../../lib/observe/socket.ts';
import { noTimings } from '../../lib/probe/timings.ts';
import { at } from './clock.ts';

/** A successful HTTP conversation by default. */
export function anObservation(overrides: Partial<HttpObservation> = {}): HttpObservation {
  return {
    startedAt: at(0),
    failure: null,
    failedOperation: null,
    browserError: null,
    httpStatus: 200,
    remoteIp: '203.0.113.7',
    remoteIpKind: null,
    ...noTimings,
    totalMs: 100,
    bytes: 0,
    freezeAtBytes: null,
    redirectUrl: null,
    proxy: null,
    clockAheadDays: null,
    valid: true,
    body: new Uint8Array(),
    ...overrides,
  };
}

/** A conversation that failed before any answer. */
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

/** A WebSocket that opened, by default. */
export function aSocketObservation(overrides: Partial<SocketObservation> = {}): SocketObservation {
  return { ...recordablePart(anObservation()), httpStatus: 101, hidden: false, ...overrides };
}

/** A WebSocket that failed, without further detail from Chromium. */
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
