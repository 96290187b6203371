import { privateAuthorityNames } from '../network/service-hosts.ts';
import { type Authority, type Certificate, createAuthority } from './authority.ts';

export type CertificateKind =
  | 'genuine'
  | 'national'
  | 'forged'
  | 'expired'
  | 'wrong-name'
  | 'intercepted';

export interface Certificates {
  /** The certificate of the authority that the browser trusts, as PEM. */
  trusted: string;
  /** The certificate that a server presents as `name`; also covers the given addresses. */
  get(name: string, kind: CertificateKind, addresses?: string[]): Promise<Certificate>;
}

/** The world's authorities: the trusted, the services' private one, a state's, and the censor's. */
export async function createCertificates(): Promise<Certificates> {
  const now = Date.now();
  const [trusted, privately, national, forger] = await Promise.all([
    createAuthority('Lab Trusted Root', now),
    createAuthority('Lab Private Service Root', now),
    createAuthority('Lab National Root', now),
    createAuthority('Lab Interceptor', now),
  ]);
  const issued = new Map<string, Promise<Certificate>>();

  return {
    trusted: trusted.certificate,
    get(name, kind, addresses = []) {
      const id = [kind, name, ...addresses].join(' ');
      const found = issued.get(id) ?? make(name, kind, addresses);
      issued.set(id, found);
      return found;
    },
  };

  function make(name: string, kind: CertificateKind, addresses: string[]): Promise<Certificate> {
    const subject = kind === 'wrong-name' ? 'elsewhere.lab' : name;
    return authorityFor(name, kind).issue(
      [
        { type: 'dns' as const, value: subject },
        ...addresses.map((value) => ({ type: 'ip' as const, value })),
      ],
      { now, expired: kind === 'expired' },
    );
  }

  function authorityFor(name: string, kind: CertificateKind): Authority {
    if (kind === 'forged') return forger;
    if (kind === 'national') return national;
    if (kind === 'intercepted') return trusted;
    return privateAuthorityNames.includes(name) ? privately : trusted;
  }
}
