import { describe, expect, it } from 'vitest';
import { classifyChromiumFailure } from '../../../lib/failure/chromium.ts';
import type { FailedOperation } from '../../../lib/model/attempt.ts';
import { isInDf007 } from '../../helpers/df-007.ts';

/** Codes caused by the browser or this computer. */
const ownCodes = [
  'ABORTED',
  'FAILED',
  'NETWORK_CHANGED',
  'INTERNET_DISCONNECTED',
  'NETWORK_IO_SUSPENDED',
  'NETWORK_ACCESS_DENIED',
  'NETWORK_ACCESS_REVOKED',
  'CACHE_MISS',
  'INSUFFICIENT_RESOURCES',
  'OUT_OF_MEMORY',
  'CONTEXT_SHUT_DOWN',
  'UNSAFE_PORT',
  'NO_SUPPORTED_PROXIES',
  'ADDRESS_IN_USE',
  'NO_BUFFER_SPACE',
  'ACCESS_DENIED',
  'SOCKET_NOT_CONNECTED',
];

/** Prefixes of such codes: other extensions, policies, proxies. */
const ownFamilies = [
  'BLOCKED_BY_',
  'MANDATORY_PROXY_',
  'SOCKS_',
  'PROXY_',
  'HTTPS_PROXY_',
  'UNEXPECTED_PROXY_',
  'PAC_',
  'TUNNEL_',
];

describe('the classifier of Chromium’s codes', () => {
  it.each<[string, string, FailedOperation | null]>([
    ['NAME_NOT_RESOLVED', 'unknown_failure: net::ERR_NAME_NOT_RESOLVED', 'resolve'],
    ['NAME_RESOLUTION_FAILED', 'unknown_failure: net::ERR_NAME_RESOLUTION_FAILED', 'resolve'],
    ['DNS_TIMED_OUT', 'generic_timeout_error', 'resolve'],
    ['DNS_MALFORMED_RESPONSE', 'dns_server_misbehaving', 'resolve'],
    ['DNS_SERVER_FAILED', 'dns_server_misbehaving', 'resolve'],
    ['CONNECTION_REFUSED', 'connection_refused', 'connect'],
    ['ADDRESS_INVALID', 'connection_refused', 'connect'],
    ['CONNECTION_FAILED', 'unknown_failure: net::ERR_CONNECTION_FAILED', 'connect'],
    ['CONNECTION_TIMED_OUT', 'generic_timeout_error', 'connect'],
    ['ADDRESS_UNREACHABLE', 'host_unreachable', 'connect'],
    ['CONNECTION_RESET', 'connection_reset', null],
    ['CONNECTION_CLOSED', 'eof_error', null],
    ['CONNECTION_ABORTED', 'connection_aborted', null],
    ['TIMED_OUT', 'generic_timeout_error', null],
    ['EMPTY_RESPONSE', 'eof_error', 'http_round_trip'],
    ['INVALID_HTTP_RESPONSE', 'unknown_failure: net::ERR_INVALID_HTTP_RESPONSE', 'http_round_trip'],
    ['HTTP2_PROTOCOL_ERROR', 'unknown_failure: net::ERR_HTTP2_PROTOCOL_ERROR', 'http_round_trip'],
    ['QUIC_PROTOCOL_ERROR', 'unknown_failure: net::ERR_QUIC_PROTOCOL_ERROR', null],
    ['QUIC_HANDSHAKE_FAILED', 'unknown_failure: net::ERR_QUIC_HANDSHAKE_FAILED', null],
    ['CERT_KNOWN_INTERCEPTION_BLOCKED', 'ssl_unknown_authority', 'tls_handshake'],
    ['CONTENT_LENGTH_MISMATCH', 'eof_error', 'read'],
    ['INCOMPLETE_CHUNKED_ENCODING', 'eof_error', 'read'],
    ['SSL_PROTOCOL_ERROR', 'ssl_failed_handshake', 'tls_handshake'],
    ['SSL_VERSION_OR_CIPHER_MISMATCH', 'ssl_failed_handshake', 'tls_handshake'],
    ['SSL_UNRECOGNIZED_NAME_ALERT', 'ssl_failed_handshake', 'tls_handshake'],
    ['BAD_SSL_CLIENT_AUTH_CERT', 'ssl_failed_handshake', 'tls_handshake'],
    ['CERT_AUTHORITY_INVALID', 'ssl_unknown_authority', 'tls_handshake'],
    ['CERT_COMMON_NAME_INVALID', 'ssl_invalid_hostname', 'tls_handshake'],
    ['ECH_FALLBACK_CERTIFICATE_INVALID', 'ssl_invalid_hostname', 'tls_handshake'],
    ['CERTIFICATE_TRANSPARENCY_REQUIRED', 'ssl_invalid_certificate', 'tls_handshake'],
    ['SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'ssl_invalid_certificate', 'tls_handshake'],
    ['CERT_DATE_INVALID', 'ssl_invalid_certificate', 'tls_handshake'],
    ['CERT_REVOKED', 'ssl_invalid_certificate', 'tls_handshake'],
    ['NO_CERT_AT_ALL', 'unknown_failure: net::ERR_NO_CERT_AT_ALL', null],
    ['SOMETHING_NEW', 'unknown_failure: net::ERR_SOMETHING_NEW', null],
  ])('maps net::ERR_%s to %s at the step %s', (name, failure, operation) => {
    const seen = classifyChromiumFailure(`net::ERR_${name}`);

    expect(seen).toEqual({ failure, operation, valid: true });
    expect(isInDf007(seen.failure)).toBe(true);
  });

  it.each([...ownCodes, ...ownFamilies.map((family) => `${family}SOMETHING`)])(
    'treats net::ERR_%s as no evidence',
    (name) => {
      const code = `net::ERR_${name}`;

      expect(classifyChromiumFailure(code)).toEqual({
        failure: `unknown_failure: ${code}`,
        operation: null,
        valid: false,
      });
    },
  );

  it.each([
    ...ownCodes.flatMap((code) => [`NOT_${code}`, `${code}_NOT`]),
    ...ownFamilies.map((family) => `NOT_${family}SOMETHING`),
  ])('treats net::ERR_%s, which only has a similar name, as evidence', (name) => {
    expect(classifyChromiumFailure(`net::ERR_${name}`).valid).toBe(true);
  });

  it('names no DNS failure for a failed lookup', () => {
    const { failure } = classifyChromiumFailure('net::ERR_NAME_NOT_RESOLVED');

    expect(failure).not.toContain('nxdomain');
  });
});

describe('an unusable redirect', () => {
  it.each(['INVALID_REDIRECT', 'UNSAFE_REDIRECT', 'TOO_MANY_REDIRECTS'])(
    'counts as an answer: %s',
    (name) => {
      expect(classifyChromiumFailure(`net::ERR_${name}`)).toEqual({
        failure: null,
        operation: null,
        valid: true,
      });
    },
  );
});
