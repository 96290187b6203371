import { stubAddresses } from '../catalog/block-pages.ts';
import type { Attempt } from '../model/attempt.ts';
import { innerAddress } from './inner-address.ts';
import { isPublicAddress } from './names.ts';
import { isReserved } from './reserved-address.ts';

/** In a record, the kind of an address at which several operators answered. No attempt shows it alone. */
export const sharedKind = 'shared';

/**
 * What one attempt alone shows about its address: `reserved`, `private`, the id of a stub, or `proxy`. Null for an address
 * that may be the server's. One that is not public comes first, as verdicts rely on it: a name that leads there was forged,
 * or something near invented the address.
 */
export function addressKindOf({ remoteIp, remoteIpKind }: Attempt): string | null {
  if (remoteIp === null) return remoteIpKind;
  const inner = innerAddress(remoteIp);
  if (inner !== null && isReserved(inner)) return 'reserved';
  if (!isPublicAddress(remoteIp)) return 'private';
  return stubOf(remoteIp) ?? remoteIpKind;
}

const notPublic: readonly (string | null)[] = ['private', 'reserved'];

/** Whether an attempt's address, kept or not, is one to which no public name leads. */
export function hasPrivateAddress(attempt: Attempt): boolean {
  return notPublic.includes(addressKindOf(attempt));
}

function stubOf(remoteIp: string): string | null {
  const address = innerAddress(remoteIp)?.toString() ?? remoteIp;
  const stub = Object.entries(stubAddresses).find(([, addresses]) => addresses.includes(address));
  return stub?.[0] ?? null;
}
