import { expect, it } from 'vitest';
import { isCertificateRevoked } from '../../../lib/failure/certificate-revoked.ts';

it.each([
  [true, 'net::ERR_CERT_REVOKED'],
  [true, 'Peer’s Certificate has been revoked.'],
  [true, 'Сертификат узла был отозван.'],
  [false, null],
  [false, 'net::ERR_CERT_DATE_INVALID'],
  [false, 'Peer’s Certificate has expired.'],
])('a revoked certificate is recognised: %s by %s', (expected, code) => {
  expect(isCertificateRevoked(code)).toBe(expected);
});
