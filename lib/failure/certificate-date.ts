import { certificateFlaw } from './firefox.ts';

/**
 * Whether a raw code means that a certificate has expired or is not valid yet. df-007 has one string for
 * these and other flaws.
 */
export function isCertificateDate(code: string | null): boolean {
  return (
    code === 'net::ERR_CERT_DATE_INVALID' || (code !== null && certificateFlaw(code) === 'date')
  );
}
