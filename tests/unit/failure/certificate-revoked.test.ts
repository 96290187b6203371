import { expect, it } from 'vitest';
import { isCertificateRevoked } from '../../../lib/failure/certificate-revoked.ts';

it.each([
  [true, 'net::ERR_CERT_REVOKED'],
  [true, 'SEC_ERROR_REVOKED_CERTIFICATE'],
  [true, 'Сертификат узла был отозван.'],
  [false, null],
  [false, 'net::ERR_CERT_DATE_INVALID'],
  [false, 'SEC_ERROR_EXPIRED_CERTIFICATE'],
])('a revoked certificate is recognised: %s by %s', (expected, code) => {
  expect(isCertificateRevoked(code)).toBe(expected);
});
