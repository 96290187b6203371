import { certificateFlaw } from './firefox.ts';

/**
 * Whether a raw code says that a certificate has expired or is not valid yet, which df-007 does not
 * tell from its other flaws.
 */
export function isCertificateDate(code: string | null): boolean {
  return (
    code === 'net::ERR_CERT_DATE_INVALID' || (code !== null && certificateFlaw(code) === 'date')
  );
}
