import { isRevocationCode } from './firefox.ts';

/** Whether a raw code means that a certificate's issuer has revoked it. */
export function isCertificateRevoked(code: string | null): boolean {
  return code === 'net::ERR_CERT_REVOKED' || (code !== null && isRevocationCode(code));
}
