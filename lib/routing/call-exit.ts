import ipaddr from 'ipaddr.js';
import type { CallExit } from '../model/route.ts';

/**
 * Compares the address that a STUN server reported with those that sites saw, within its family. Carriers
 * give one person several addresses side by side, so addresses that share a /24 (IPv4) or a /48 (IPv6) count
 * as one; an exit that changes from site to site is not comparable.
 */
export function compareCallExit(reported: string | null, exits: readonly string[]): CallExit {
  const network = networkOf(reported ?? '');
  if (network === null) return 'unknown';
  const seen = new Set(exits.map(networkOf).filter((one) => one !== null && isAlike(one, network)));
  if (seen.has(network)) return 'same';
  return seen.size === 1 ? 'different' : 'unknown';
}

function isAlike(one: string, other: string): boolean {
  return one.includes(':') === other.includes(':');
}

/** Ranges of IPv4 that no site sees anybody come from. */
const hidden: readonly string[] = [
  'unspecified',
  'private',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
];

/** Where all IPv6 that is public lies. */
const public6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Null for what is no public address: a name, a private range. */
function networkOf(address: string): string | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    const isHidden = hidden.includes(ipaddr.IPv4.parse(address).range());
    return isHidden ? null : ipaddr.IPv4.networkAddressFromCIDR(`${address}/24`).toString();
  }
  if (!ipaddr.IPv6.isValid(address)) return null;
  const isPublic = ipaddr.IPv6.parse(address).match(public6);
  return isPublic ? ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`).toString() : null;
}
