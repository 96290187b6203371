import { isInterceptionCode } from './firefox.ts';

/** Whether a raw code means that the browser knows a certificate's authority as one that intercepts. */
export function isKnownInterception(code: string | null): boolean {
  return (
    code === 'net::ERR_CERT_KNOWN_INTERCEPTION_BLOCKED' ||
    (code !== null && isInterceptionCode(code))
  );
}
