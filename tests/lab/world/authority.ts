import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 24 * 60 * 60 * 1000;

export interface Certificate {
  key: string;
  cert: string;
}

export interface Authority {
  /** The authority's own certificate, as PEM. */
  certificate: string;
  /** A server certificate for names and addresses; `expired` ends a month before `now`. */
  issue(
    subjects: JsonGeneralName[],
    options: { now: number; expired: boolean },
  ): Promise<Certificate>;
}

/** A certificate authority that lives as long as the process. */
export async function createAuthority(commonName: string, now: number): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // One key for all servers, since generating keys is slow.
  const serverKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const key = PemConverter.encode(
    await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey),
    'PRIVATE KEY',
  );
  const root = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now - 3650 * dayMs),
    notAfter: new Date(now + 3650 * dayMs),
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });

  return {
    certificate: root.toString('pem'),
    async issue(subjects, options) {
      const end = options.now + (options.expired ? -30 : 60) * dayMs;
      const certificate = await X509CertificateGenerator.create({
        subject: `CN=${subjects[0]?.value ?? 'nobody'}`,
        issuer: root.subject,
        publicKey: serverKeys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        notBefore: new Date(end - 90 * dayMs),
        notAfter: new Date(end),
        extensions: [
          new SubjectAlternativeNameExtension(subjects),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        ],
      });
      return { key, cert: certificate.toString('pem') };
    },
  };
}
