import { describe, expect, it } from 'vitest';
import { isCertificateDate } from '../../../lib/failure/certificate-date.ts';

describe('a certificate outside its validity period', () => {
  it.each([
    'net::ERR_CERT_DATE_INVALID',
    'SEC_ERROR_EXPIRED_CERTIFICATE',
    'SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE',
    'Peer’s Certificate has expired.',
    'Сертификат, полученный от сервера, ещё не действителен.',
  ])('is recognised by %s', (code) => {
    expect(isCertificateDate(code)).toBe(true);
  });

  it.each([null, 'net::ERR_CERT_REVOKED', 'SEC_ERROR_REVOKED_CERTIFICATE', 'NS_ERROR_NET_RESET'])(
    'is not inferred from %s',
    (code) => {
      expect(isCertificateDate(code)).toBe(false);
    },
  );
});
