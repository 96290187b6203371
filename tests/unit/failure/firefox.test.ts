import { describe, expect, it } from 'vitest';
import {
  certificateFlaw,
  classifyFirefoxFailure as classify,
  isInterceptionCode,
  isRevocationCode,
} from '../../../lib/failure/firefox.ts';
import type { FailedOperation } from '../../../lib/model/attempt.ts';
import { isInDf007 } from '../../helpers/df-007.ts';

describe('the classifier of Firefox’s codes', () => {
  it.each<[string, string, FailedOperation | null]>([
    ['NS_ERROR_UNKNOWN_HOST', 'unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
    [
      'NS_ERROR_DEFINITIVE_UNKNOWN_HOST',
      'unknown_failure: NS_ERROR_DEFINITIVE_UNKNOWN_HOST',
      'resolve',
    ],
    ['NS_ERROR_CONNECTION_REFUSED', 'unknown_failure: NS_ERROR_CONNECTION_REFUSED', 'connect'],
    ['NS_ERROR_NET_RESET', 'connection_reset', null],
    ['NS_ERROR_NET_INTERRUPT', 'eof_error', null],
    ['NS_ERROR_NET_TIMEOUT', 'generic_timeout_error', null],
    ['NS_ERROR_NET_TIMEOUT_EXTERNAL', 'generic_timeout_error', null],
    ['NS_ERROR_NET_EMPTY_RESPONSE', 'eof_error', 'http_round_trip'],
    [
      'NS_ERROR_PARSING_HTTP_STATUS_LINE',
      'unknown_failure: NS_ERROR_PARSING_HTTP_STATUS_LINE',
      'http_round_trip',
    ],
    [
      'NS_ERROR_NET_HTTP2_SENT_GOAWAY',
      'unknown_failure: NS_ERROR_NET_HTTP2_SENT_GOAWAY',
      'http_round_trip',
    ],
    [
      'NS_ERROR_NET_HTTP3_PROTOCOL_ERROR',
      'unknown_failure: NS_ERROR_NET_HTTP3_PROTOCOL_ERROR',
      'http_round_trip',
    ],
    [
      'NS_ERROR_CORRUPTED_CONTENT',
      'unknown_failure: NS_ERROR_CORRUPTED_CONTENT',
      'http_round_trip',
    ],
    [
      'NS_ERROR_INVALID_CONTENT_ENCODING',
      'unknown_failure: NS_ERROR_INVALID_CONTENT_ENCODING',
      'read',
    ],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'eof_error', 'read'],
    ['NS_ERROR_NET_INADEQUATE_SECURITY', 'ssl_failed_handshake', 'tls_handshake'],
    ['NS_ERROR_SOMETHING_NEW', 'unknown_failure: NS_ERROR_SOMETHING_NEW', null],
  ])('maps %s to %s at the step %s', (code, failure, operation) => {
    expect(classify(code)).toEqual({ failure, operation, valid: true });
    expect(isInDf007(failure)).toBe(true);
  });

  it.each([
    'NS_BINDING_ABORTED',
    'NS_ERROR_ABORT',
    'NS_ERROR_DOM_ABORT_ERR',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_UNKNOWN_PROXY_HOST',
    'NS_ERROR_DOCUMENT_NOT_CACHED',
    'NS_ERROR_BLOCKED_BY_POLICY',
    'NS_ERROR_CONTENT_BLOCKED',
    'NS_ERROR_TRACKING_URI',
    'NS_ERROR_PHISHING_URI',
    'NS_ERROR_DOM_BAD_URI',
    'NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED',
    'NS_ERROR_PORT_ACCESS_NOT_ALLOWED',
    'NS_ERROR_HTTPS_ONLY',
    'NS_ERROR_DNS_LOOKUP_QUEUE_FULL',
    'NS_ERROR_DOCUMENT_NOT_CACHED',
    'NS_ERROR_OUT_OF_MEMORY',
    'NS_ERROR_SOCKET_CREATE_FAILED',
    'NS_ERROR_FAILURE',
    'NS_ERROR_HTTP2_FALLBACK_TO_HTTP1',
    'NS_ERROR_UNKNOWN_PROXY_HOST',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
    'NS_ERROR_PROXY_AUTHENTICATION_FAILED',
    'NS_ERROR_PROXY_UNAVAILABLE_FOR_LEGAL_REASONS',
  ])('treats %s as no evidence', (code) => {
    expect(classify(code)).toEqual({
      failure: `unknown_failure: ${code}`,
      operation: null,
      valid: false,
    });
  });

  it('takes a connection that broke off for evidence only where nothing on this computer ended the request', () => {
    expect(classify('NS_ERROR_ABORT', 40, true)).toEqual({
      failure: 'connection_reset',
      operation: 'http_round_trip',
      valid: true,
    });
    expect(classify('NS_ERROR_ABORT', 40, false).valid).toBe(false);
  });

  it.each(['NS_BINDING_ABORTED', 'NS_ERROR_OFFLINE', 'NS_ERROR_DOM_ABORT_ERR'])(
    'treats %s as no evidence, whoever let the request pass',
    (code) => {
      expect(classify(code, 40, true).valid).toBe(false);
    },
  );

  it('maps an unknown name after a long wait to a timeout', () => {
    expect(classify('NS_ERROR_UNKNOWN_HOST', 4_900).operation).toBe('resolve');
    expect(classify('NS_ERROR_UNKNOWN_HOST', 5_290)).toEqual({
      failure: 'generic_timeout_error',
      operation: null,
      valid: true,
    });
  });

  it('names no DNS failure for a failed lookup, and no refusal for a failed connection', () => {
    expect(classify('NS_ERROR_UNKNOWN_HOST').failure).not.toContain('nxdomain');
    expect(classify('NS_ERROR_CONNECTION_REFUSED').failure).not.toMatch(/^connection_refused/);
  });
});

describe('the classifier of the names of faults in a handshake', () => {
  it.each([
    ['SEC_ERROR_UNKNOWN_ISSUER', 'ssl_unknown_authority'],
    ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'ssl_unknown_authority'],
    ['MOZILLA_PKIX_ERROR_MITM_DETECTED', 'ssl_unknown_authority'],
    ['SSL_ERROR_BAD_CERT_DOMAIN', 'ssl_invalid_hostname'],
    ['SEC_ERROR_EXPIRED_CERTIFICATE', 'ssl_invalid_certificate'],
    ['MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', 'ssl_invalid_certificate'],
    ['SEC_ERROR_REVOKED_CERTIFICATE', 'ssl_invalid_certificate'],
    ['MOZILLA_PKIX_ERROR_KEY_PINNING_FAILURE', 'ssl_invalid_certificate'],
    ['SSL_ERROR_UNRECOGNIZED_NAME_ALERT', 'ssl_failed_handshake'],
    ['SSL_ERROR_RX_RECORD_TOO_LONG', 'ssl_failed_handshake'],
  ])('maps %s to %s', (code, failure) => {
    expect(classify(code)).toEqual({ failure, operation: 'tls_handshake', valid: true });
  });

  it('takes a sentence that it cannot read as no evidence', () => {
    expect(classify('UNKNOWN_SENTENCE')).toEqual({
      failure: 'ssl_failed_handshake',
      operation: 'tls_handshake',
      valid: false,
    });
  });
});

describe('the flaw of a certificate', () => {
  it.each([
    ['SEC_ERROR_UNKNOWN_ISSUER', 'authority'],
    ['SSL_ERROR_BAD_CERT_DOMAIN', 'hostname'],
    ['SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE', 'date'],
    ['SEC_ERROR_REVOKED_CERTIFICATE', 'other'],
    ['SSL_ERROR_UNRECOGNIZED_NAME_ALERT', null],
    ['NS_ERROR_NET_RESET', null],
    ['UNKNOWN_SENTENCE', null],
  ])('by the code %s is %s', (code, flaw) => {
    expect(certificateFlaw(code)).toBe(flaw);
  });

  it('is read from the sentence that earlier versions kept', () => {
    expect(certificateFlaw('Сертификат, полученный от сервера, ещё не действителен.')).toBe('date');
    expect(isRevocationCode('Peer’s Certificate has been revoked.')).toBe(true);
  });

  it('tells an interception and a revocation from other flaws', () => {
    expect(isInterceptionCode('MOZILLA_PKIX_ERROR_MITM_DETECTED')).toBe(true);
    expect(isInterceptionCode('SEC_ERROR_UNKNOWN_ISSUER')).toBe(false);
    expect(isRevocationCode('SEC_ERROR_REVOKED_CERTIFICATE')).toBe(true);
    expect(isRevocationCode('SEC_ERROR_EXPIRED_CERTIFICATE')).toBe(false);
  });
});

describe('an unknown name', () => {
  it.each([
    [4_999, 'unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
    [5_000, 'generic_timeout_error', null],
  ])('after %d ms is %s', (afterMs, failure, operation) => {
    expect(classify('NS_ERROR_UNKNOWN_HOST', afterMs)).toEqual({ failure, operation, valid: true });
  });

  it('is the only code that may stand for an abandoned connection', () => {
    expect(classify('NS_ERROR_NET_RESET', 20_000).failure).toBe('connection_reset');
  });
});
