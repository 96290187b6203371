import { describe, expect, it } from 'vitest';
import { isUnknownCode } from '../../../lib/failure/unknown-code.ts';

describe('a raw code', () => {
  it.each([
    'net::ERR_CONNECTION_RESET',
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_CONNECTION_FAILED',
    'net::ERR_CERT_OF_ANY_KIND',
    'net::ERR_TOO_MANY_REDIRECTS',
    'net::ERR_TUNNEL_CONNECTION_FAILED',
    'net::ERR_QUIC_HANDSHAKE_FAILED',
    'NS_ERROR_NET_RESET',
    'NS_ERROR_UNKNOWN_HOST',
    'NS_BINDING_ABORTED',
    'SEC_ERROR_UNKNOWN_ISSUER',
    'UNKNOWN_SENTENCE',
  ])('is known: %s', (code) => {
    expect(isUnknownCode(code)).toBe(false);
  });

  it.each(['net::ERR_OF_NEXT_YEAR', 'net::ERR_QUIC_OF_NEXT_YEAR', 'NS_ERROR_OF_NEXT_YEAR'])(
    'is unknown: %s',
    (code) => {
      expect(isUnknownCode(code)).toBe(true);
    },
  );
});
