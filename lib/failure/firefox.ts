import type { FailedOperation } from '../model/attempt.ts';
import { brokenCode } from './broken-connection.ts';
import { firefoxCodeOf, unknownSentence } from './firefox-code.ts';
import type { Failure } from './types.ts';

/** The kinds of flaw that Firefox reports of a certificate. */
export type CertificateFlaw = 'authority' | 'hostname' | 'date' | 'other';

/**
 * Firefox's `NS_*` codes, as observed against local servers in Firefox 140. Some are ambiguous, so their
 * df-007 failures stay as general: `NS_ERROR_UNKNOWN_HOST` covers every way in which a lookup can fail,
 * `NS_ERROR_CONNECTION_REFUSED` a refusal, "unreachable" and a lost link, and `NS_ERROR_NET_RESET` both a
 * reset and an end without an answer. The failure is null where df-007 has no string.
 */
const known: Record<string, [failure: string | null, operation: FailedOperation | null]> = {
  NS_ERROR_UNKNOWN_HOST: [null, 'resolve'],
  NS_ERROR_DEFINITIVE_UNKNOWN_HOST: [null, 'resolve'],
  NS_ERROR_CONNECTION_REFUSED: [null, 'connect'],
  NS_ERROR_NET_RESET: ['connection_reset', null],
  NS_ERROR_NET_INTERRUPT: ['eof_error', null],
  NS_ERROR_NET_TIMEOUT: ['generic_timeout_error', null],
  NS_ERROR_NET_TIMEOUT_EXTERNAL: ['generic_timeout_error', null],
  NS_ERROR_NET_EMPTY_RESPONSE: ['eof_error', 'http_round_trip'],
  NS_ERROR_PARSING_HTTP_STATUS_LINE: [null, 'http_round_trip'],
  NS_ERROR_NET_HTTP2_SENT_GOAWAY: [null, 'http_round_trip'],
  NS_ERROR_NET_HTTP3_PROTOCOL_ERROR: [null, 'http_round_trip'],
  NS_ERROR_CORRUPTED_CONTENT: [null, 'http_round_trip'],
  NS_ERROR_INVALID_CONTENT_ENCODING: [null, 'read'],
  NS_ERROR_NET_PARTIAL_TRANSFER: ['eof_error', 'read'],
  NS_ERROR_NET_INADEQUATE_SECURITY: ['ssl_failed_handshake', 'tls_handshake'],
};

/** Codes that never count as evidence about the network (contract, rule 6). */
const invalid = [
  /^NS_BINDING_/,
  /^NS_ERROR_(DOM_)?ABORT(_ERR)?$/,
  /^NS_ERROR_OFFLINE$/,
  /^NS_ERROR_(PROXY_|UNKNOWN_PROXY_)/,
  /^NS_ERROR_BLOCKED_/,
  /^NS_ERROR_CONTENT_BLOCKED/,
  // Safe browsing and tracking protection.
  /^NS_ERROR_[A-Z]+_URI$/,
  /^NS_ERROR_(DOM|CSP)_/,
  /^NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED$/,
  /^NS_ERROR_PORT_ACCESS_NOT_ALLOWED$/,
  /^NS_ERROR_HTTPS_ONLY$/,
  /^NS_ERROR_DNS_LOOKUP_QUEUE_FULL$/,
  /^NS_ERROR_DOCUMENT_NOT_CACHED$/,
  /^NS_ERROR_CACHE_/,
  /^NS_ERROR_FILE_/,
  /^NS_ERROR_INTERCEPTION_FAILED$/,
  /^NS_ERROR_OUT_OF_MEMORY$/,
  /^NS_ERROR_SOCKET_/,
  /^NS_ERROR_(ILLEGAL_DURING_SHUTDOWN|NOT_AVAILABLE|NOT_INITIALIZED|UNEXPECTED)$/,
  /^NS_ERROR_FAILURE$/,
  // Firefox does not report the result of its repeat; only a new attempt shows it.
  /^NS_ERROR_HTTP2_FALLBACK_TO_HTTP1$/,
];

const byFlaw: Record<CertificateFlaw, string> = {
  authority: 'ssl_unknown_authority',
  hostname: 'ssl_invalid_hostname',
  date: 'ssl_invalid_certificate',
  other: 'ssl_invalid_certificate',
};

const interception = 'MOZILLA_PKIX_ERROR_MITM_DETECTED';

const flaws: Record<string, CertificateFlaw> = {
  [interception]: 'authority',
  MOZILLA_PKIX_ERROR_ADDITIONAL_POLICY_CONSTRAINT_FAILED: 'authority',
  MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY: 'authority',
  MOZILLA_PKIX_ERROR_ISSUER_NO_LONGER_TRUSTED: 'authority',
  MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: 'authority',
  MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA: 'authority',
  SEC_ERROR_UNKNOWN_ISSUER: 'authority',
  SEC_ERROR_UNTRUSTED_CERT: 'authority',
  SEC_ERROR_UNTRUSTED_ISSUER: 'authority',
  SSL_ERROR_BAD_CERT_DOMAIN: 'hostname',
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: 'date',
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE: 'date',
  SEC_ERROR_EXPIRED_CERTIFICATE: 'date',
  SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: 'date',
};

/** Whether none of these tables contains a raw `NS_*` code. */
export function isUnknownToFirefox(code: string): boolean {
  if (!code.startsWith('NS_')) return false;
  return known[code] === undefined && !invalid.some((pattern) => pattern.test(code));
}

/**
 * The flaw of a certificate that a code names; null if it names none. Rounds of earlier versions have the browser's
 * sentence instead of the code.
 */
export function certificateFlaw(error: string): CertificateFlaw | null {
  const code = firefoxCodeOf(error);
  return flaws[code] ?? (/^(SEC|MOZILLA_PKIX)_ERROR_/.test(code) ? 'other' : null);
}

/** Whether a code says that a program or a network is known to intercept. */
export function isInterceptionCode(error: string): boolean {
  return firefoxCodeOf(error) === interception;
}

/** Whether a code says that a certificate has been revoked. */
export function isRevocationCode(error: string): boolean {
  return firefoxCodeOf(error) === 'SEC_ERROR_REVOKED_CERTIFICATE';
}

/**
 * Codes as `firefoxCodeOf` gives them. A sentence that we cannot read may be just a certificate error, as of a service
 * with its own authority, so it is invalid.
 */
export function classifyFirefoxFailure(code: string, afterMs = 0, unhindered = false): Failure {
  if (code === brokenCode && unhindered) {
    return { failure: 'connection_reset', operation: 'http_round_trip', valid: true };
  }
  return code.startsWith('NS_') ? classifyCode(code, afterMs) : classifyHandshake(code);
}

/**
 * If Firefox has reached a host by IPv4 before, it gives up an unanswered connection after 5 s, looks for an
 * IPv6 address, finds none, and reports an unknown name.
 */
const fallbackMs = 5_000;

function classifyCode(code: string, afterMs: number): Failure {
  if (code === 'NS_ERROR_UNKNOWN_HOST' && afterMs >= fallbackMs) {
    return { failure: 'generic_timeout_error', operation: null, valid: true };
  }
  const valid = !invalid.some((pattern) => pattern.test(code));
  const [failure, operation] = known[code] ?? [null, null];
  return { failure: failure ?? `unknown_failure: ${code}`, operation, valid };
}

function classifyHandshake(code: string): Failure {
  const flaw = certificateFlaw(code);
  const failure = flaw === null ? 'ssl_failed_handshake' : byFlaw[flaw];
  return { failure, operation: 'tls_handshake', valid: code !== unknownSentence };
}
