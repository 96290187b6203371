import { describe, expect, it } from 'vitest';
import { isCertificateDate } from '../../../lib/failure/certificate-date.ts';

describe('a certificate outside its validity period', () => {
  it.each([
    'net::ERR_CERT_DATE_INVALID',
    'Peer’s Certificate has expired.',
    'The certificate issuer’s certificate has expired. Check your system date and time.',
    'Сертификат, полученный от сервера, ещё не действителен.',
  ])('is recognised by %s', (code) => {
    expect(isCertificateDate(code)).toBe(true);
  });

  it.each([
    null,
    'net::ERR_CERT_REVOKED',
    'Peer’s Certificate has been revoked.',
    'NS_ERROR_NET_RESET',
  ])('is not inferred from %s', (code) => {
    expect(isCertificateDate(code)).toBe(false);
  });
});
