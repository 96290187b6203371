import type { Attempt } from './attempt.ts';

export type ResolverPath = 'system' | 'secure_dns' | 'unknown';

/** One DoH resolver's answer for a name on which the system resolver failed. */
export interface Resolution {
  name: string;
  resolver: string;
  /** A national or operator's resolver, which follows the state's list. */
  national: boolean;
  /** DNS response code as `NOERROR`, `NXDOMAIN`, …; null where the resolver did not answer. */
  rcode: string | null;
  addresses: string[];
  /** True where the line was seen to reach none of them, as it has addresses of the other family alone. */
  unreachable?: true;
}

/** Attempts on a server by its address alone, without its name. */
export interface AddressProbe {
  /** The name that a trusted resolver resolves to the address. */
  name: string;
  address: string;
  /** `ok` where a handshake was completed, whatever the certificate. */
  attempts: Attempt[];
}
