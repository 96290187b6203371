import type { Attempt } from '../../lib/model/attempt.ts';
import { at } from './clock.ts';

/** A successful attempt by default. */
export function anAttempt(overrides: Partial<Attempt> = {}): Attempt {
  return {
    n: 1,
    startedAt: at(10),
    ok: true,
    failure: null,
    failedOperation: null,
    browserError: null,
    httpStatus: 200,
    remoteIp: '93.184.216.40',
    remoteIpKind: null,
    protocol: 'h2',
    dnsMs: 5,
    connectMs: 20,
    tlsMs: 30,
    ttfbMs: 80,
    totalMs: 1000,
    bytes: 0,
    freezeAtBytes: null,
    reusedConnection: false,
    valid: true,
    ...overrides,
  };
}

const kinds = {
  name: {
    failure: 'unknown_failure: net::ERR_NAME_NOT_RESOLVED',
    failedOperation: 'resolve',
    browserError: 'net::ERR_NAME_NOT_RESOLVED',
  },
  timeout: { failure: 'generic_timeout_error' },
  connectTimeout: { failure: 'generic_timeout_error', failedOperation: 'connect' },
  reset: { failure: 'connection_reset', browserError: 'net::ERR_CONNECTION_RESET' },
  refused: { failure: 'connection_refused', failedOperation: 'connect' },
  unreachable: { failure: 'host_unreachable', failedOperation: 'connect' },
  handshake: { failure: 'ssl_failed_handshake', failedOperation: 'tls_handshake' },
  untrusted: { failure: 'ssl_unknown_authority', failedOperation: 'tls_handshake' },
  wrongName: { failure: 'ssl_invalid_hostname', failedOperation: 'tls_handshake' },
  expired: {
    failure: 'ssl_invalid_certificate',
    failedOperation: 'tls_handshake',
    browserError: 'net::ERR_CERT_DATE_INVALID',
  },
  revoked: {
    failure: 'ssl_invalid_certificate',
    failedOperation: 'tls_handshake',
    browserError: 'net::ERR_CERT_REVOKED',
  },
  hangUp: {
    failure: 'eof_error',
    failedOperation: 'http_round_trip',
    browserError: 'net::ERR_EMPTY_RESPONSE',
  },
  blockPage: {
    failure: 'unknown_failure: block page',
    failedOperation: 'http_round_trip',
    httpStatus: 200,
  },
  unclear: { failure: 'unknown_failure: net::ERR_UNEXPECTED' },
  serverError: {
    failure: 'http_request_failed',
    failedOperation: 'http_round_trip',
    httpStatus: 503,
  },
  legalRefusal: {
    failure: 'http_request_failed',
    failedOperation: 'http_round_trip',
    httpStatus: 451,
  },
} as const satisfies Record<string, Partial<Attempt>>;

export type FailureKind = keyof typeof kinds;
export const failureKinds = Object.keys(kinds) as FailureKind[];

/** A valid attempt with a failure that has a name in the tests. */
export function aFailure(kind: FailureKind, overrides: Partial<Attempt> = {}): Attempt {
  return anAttempt({ ok: false, httpStatus: null, remoteIp: null, ...kinds[kind], ...overrides });
}

/** An attempt that is no evidence. */
export function anInvalidAttempt(overrides: Partial<Attempt> = {}): Attempt {
  return aFailure('unclear', {
    failure: 'unknown_failure: net::ERR_ABORTED',
    browserError: 'net::ERR_ABORTED',
    valid: false,
    ...overrides,
  });
}

/** Numbers attempts and spaces them 20 s apart, each between two of `passingGates`. */
export function spaced(attempts: readonly Attempt[]): Attempt[] {
  return attempts.map((attempt, index) => ({
    ...attempt,
    n: index + 1,
    startedAt: at(10 + 20 * index),
  }));
}

/** The same failure several times, on fresh connections, with room for gates between. */
export function repeated(kind: FailureKind, times: number): Attempt[] {
  return spaced(Array.from({ length: times }, () => aFailure(kind)));
}
