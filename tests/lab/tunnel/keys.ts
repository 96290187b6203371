import 'reflect-metadata';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 24 * 60 * 60 * 1000;

/** The identity of one end of a tunnel, generated for each lab. */
export interface TunnelKey {
  /** PEM. */
  key: string;
  /** PEM. */
  cert: string;
  /** SHA-256 of the certificate, as OpenVPN writes it. */
  fingerprint: string;
}

/** A key with a self-signed certificate, which the other end identifies by its fingerprint. */
export async function createTunnelKey(name: string): Promise<TunnelKey> {
  const now = Date.now();
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + dayMs),
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const digest = await certificate.getThumbprint('SHA-256');
  return {
    key: PemConverter.encode(key, 'PRIVATE KEY'),
    cert: certificate.toString('pem'),
    fingerprint: Array.from(new Uint8Array(digest), (byte) =>
      byte.toString(16).padStart(2, '0').toUpperCase(),
    ).join(':'),
  };
}
