import { describe, expect, it } from 'vitest';
import { classifyFirefoxFailure } from '../../../lib/failure/firefox.ts';
import type { FailedOperation } from '../../../lib/round/types.ts';

describe('what a code of Firefox says', () => {
  it.each<[string, string, FailedOperation | null]>([
    ['NS_ERROR_UNKNOWN_HOST', 'unknown_failure: NS_ERROR_UNKNOWN_HOST', 'resolve'],
    ['NS_ERROR_CONNECTION_REFUSED', 'connection_refused', 'connect'],
    ['NS_ERROR_NET_RESET', 'connection_reset', null],
    ['NS_ERROR_NET_INTERRUPT', 'eof_error', null],
    ['NS_ERROR_NET_TIMEOUT', 'generic_timeout_error', null],
    ['NS_ERROR_NET_PARTIAL_TRANSFER', 'eof_error', 'read'],
    ['NS_ERROR_SOMETHING_NEW', 'unknown_failure: NS_ERROR_SOMETHING_NEW', null],
  ])('is for %s that %s happened, at the step %s', (code, failure, operation) => {
    expect(classifyFirefoxFailure(code)).toEqual({ failure, operation, valid: true });
  });

  it.each([
    'NS_BINDING_ABORTED',
    'NS_ERROR_ABORT',
    'NS_ERROR_OFFLINE',
    'NS_ERROR_UNKNOWN_PROXY_HOST',
    'NS_ERROR_DOCUMENT_NOT_CACHED',
    'NS_ERROR_BLOCKED_BY_POLICY',
    'NS_ERROR_DOM_CORP_FAILED',
    'NS_ERROR_NETWORK_LINK_CHANGED',
    'NS_ERROR_PROXY_CONNECTION_REFUSED',
    'NS_ERROR_PROXY_AUTHENTICATION_FAILED',
  ])('is for %s nothing about the network', (code) => {
    expect(classifyFirefoxFailure(code)).toEqual({
      failure: `unknown_failure: ${code}`,
      operation: null,
      valid: false,
    });
  });

  it.each([
    'Not NS_ERROR_NET_RESET.',
    'Not NS_ERROR_PROXY_CONNECTION_REFUSED.',
    'SSL peer has no certificate for the requested DNS name.',
    'Обмен данными не удался.',
  ])('is for the sentence "%s" no more than a failed handshake', (sentence) => {
    expect(classifyFirefoxFailure(sentence)).toEqual({
      failure: 'ssl_failed_handshake',
      operation: 'tls_handshake',
      valid: true,
    });
  });
});
