import type { FailedOperation } from '../model/attempt.ts';
import type { Failure } from './types.ts';

/**
 * Chromium's `net::ERR_*` codes, as observed against local servers in Chromium 150 and 156.
 * `net::ERR_NAME_NOT_RESOLVED` covers NXDOMAIN, REFUSED, SERVFAIL, an empty answer and silence, so it maps to
 * no DNS failure of df-007. The failure is null where df-007 has no string.
 */
const known: Record<string, [failure: string | null, operation: FailedOperation | null]> = {
  NAME_RESOLUTION_FAILED: [null, 'resolve'],
  NAME_NOT_RESOLVED: [null, 'resolve'],
  DNS_TIMED_OUT: ['generic_timeout_error', 'resolve'],
  DNS_MALFORMED_RESPONSE: ['dns_server_misbehaving', 'resolve'],
  DNS_SERVER_FAILED: ['dns_server_misbehaving', 'resolve'],
  CONNECTION_REFUSED: ['connection_refused', 'connect'],
  // What Windows says of 0.0.0.0, where other systems refuse.
  ADDRESS_INVALID: ['connection_refused', 'connect'],
  CONNECTION_TIMED_OUT: ['generic_timeout_error', 'connect'],
  CONNECTION_FAILED: [null, 'connect'],
  ADDRESS_UNREACHABLE: ['host_unreachable', 'connect'],
  CONNECTION_RESET: ['connection_reset', null],
  CONNECTION_CLOSED: ['eof_error', null],
  CONNECTION_ABORTED: ['connection_aborted', null],
  TIMED_OUT: ['generic_timeout_error', null],
  EMPTY_RESPONSE: ['eof_error', 'http_round_trip'],
  INVALID_HTTP_RESPONSE: [null, 'http_round_trip'],
  HTTP2_PROTOCOL_ERROR: [null, 'http_round_trip'],
  // HTTP/3 failed, and so did TCP, of which the code does not tell.
  QUIC_PROTOCOL_ERROR: [null, null],
  QUIC_HANDSHAKE_FAILED: [null, null],
  CONTENT_LENGTH_MISMATCH: ['eof_error', 'read'],
  INCOMPLETE_CHUNKED_ENCODING: ['eof_error', 'read'],
  SSL_PROTOCOL_ERROR: ['ssl_failed_handshake', 'tls_handshake'],
  SSL_VERSION_OR_CIPHER_MISMATCH: ['ssl_failed_handshake', 'tls_handshake'],
  SSL_UNRECOGNIZED_NAME_ALERT: ['ssl_failed_handshake', 'tls_handshake'],
  BAD_SSL_CLIENT_AUTH_CERT: ['ssl_failed_handshake', 'tls_handshake'],
  CERT_AUTHORITY_INVALID: ['ssl_unknown_authority', 'tls_handshake'],
  // The browser knows the authority, and that it serves interception.
  CERT_KNOWN_INTERCEPTION_BLOCKED: ['ssl_unknown_authority', 'tls_handshake'],
  // Its authority is known, and it lacks what the browser asks of certificates of that authority, or of that host.
  CERTIFICATE_TRANSPARENCY_REQUIRED: ['ssl_invalid_certificate', 'tls_handshake'],
  SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: ['ssl_invalid_certificate', 'tls_handshake'],
  CERT_COMMON_NAME_INVALID: ['ssl_invalid_hostname', 'tls_handshake'],
  // Who did not decrypt the ClientHello has no certificate of its outer name: untrusted, or another server's.
  ECH_FALLBACK_CERTIFICATE_INVALID: ['ssl_invalid_hostname', 'tls_handshake'],
};

/** The server answered with an unusable redirect: reached, as with any other status. */
const redirectErrors = /^(INVALID|UNSAFE|TOO_MANY)_REDIRECTS?$/;

/** Codes that never count as evidence about the network (contract, rule 6). */
const invalid = [
  /^ABORTED$/,
  /^FAILED$/,
  /^BLOCKED_BY_/,
  /^NETWORK_CHANGED$/,
  /^INTERNET_DISCONNECTED$/,
  /^NETWORK_IO_SUSPENDED$/,
  /^NETWORK_ACCESS_DENIED$/,
  /^NETWORK_ACCESS_REVOKED$/,
  /^CACHE_MISS$/,
  // It does not send what we asked for over HTTP/1.1.
  /^(ALPN_NEGOTIATION_FAILED|H2_OR_QUIC_REQUIRED)$/,
  // The connection had ended before the request could go over it.
  /^SOCKET_NOT_CONNECTED$/,
  /^INSUFFICIENT_RESOURCES$/,
  // This computer has no port or buffer left, or does not let the browser connect.
  /^(ADDRESS_IN_USE|NO_BUFFER_SPACE|ACCESS_DENIED)$/,
  /^OUT_OF_MEMORY$/,
  /^CONTEXT_SHUT_DOWN$/,
  /^UNSAFE_PORT$/,
  /^MANDATORY_PROXY_/,
  /^NO_SUPPORTED_PROXIES$/,
  /^SOCKS_/,
  /^(HTTPS_|UNEXPECTED_)?PROXY_/,
  /^PAC_/,
  /^TUNNEL_/,
];

const prefix = 'net::ERR_';

/** Whether none of these tables contains a raw code of Chromium. */
export function isUnknownToChromium(code: string): boolean {
  if (!code.startsWith(prefix)) return false;
  const name = code.slice(prefix.length);
  const isListed = [...invalid, redirectErrors, /^CERT_/].some((pattern) => pattern.test(name));
  return known[name] === undefined && !isListed;
}

/** @param code such as `net::ERR_CONNECTION_RESET` */
export function classifyChromiumFailure(code: string): Failure {
  const name = code.replace(prefix, '');
  const valid = !invalid.some((pattern) => pattern.test(name));
  if (redirectErrors.test(name)) return { failure: null, operation: null, valid: true };
  if (known[name] === undefined && name.startsWith('CERT_')) {
    return { failure: 'ssl_invalid_certificate', operation: 'tls_handshake', valid };
  }
  const [failure, operation] = known[name] ?? [null, null];
  return { failure: failure ?? `unknown_failure: ${code}`, operation, valid };
}
