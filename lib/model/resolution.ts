import type { Attempt } from './attempt.ts';

export type ResolverPath = 'system' | 'secure_dns' | 'unknown';

/** What one DoH resolver answered for a name that the system resolver failed on. */
export interface Resolution {
  name: string;
  resolver: string;
  /** Resolvers that follow the state's list (a national or operator's one). */
  national: boolean;
  /** DNS response code as `NOERROR`, `NXDOMAIN`, …; null where the resolver did not answer. */
  rcode: string | null;
  addresses: string[];
}

/** A server spoken to by its address alone: whether it answers where nobody calls its name. */
export interface AddressProbe {
  /** The name that a trusted resolver says lives there. */
  name: string;
  address: string;
  /** `ok` where a handshake was completed, whatever certificate was shown. */
  attempts: Attempt[];
}
