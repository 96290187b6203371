import ipaddr from 'ipaddr.js';
import type { Attempt } from '../model/attempt.ts';

/** Which kinds of addresses a line was seen to reach. */
export interface Families {
  ipv4: boolean;
  ipv6: boolean;
  /** It reaches IPv4 addresses by a translator alone, inside IPv6 addresses (RFC 6052). */
  translates: boolean;
}

const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * By the addresses that answered as they should: a portal may answer in one family alone. A line on which nothing
 * answered over IPv6 counts as one with IPv4 alone.
 */
export function familiesOf(attempts: Iterable<Attempt>): Families {
  const addresses = new Set<string>();
  for (const { ok, remoteIp, httpStatus } of attempts) {
    if (ok && remoteIp !== null && httpStatus !== null) addresses.add(remoteIp);
  }
  const seen = new Set([...addresses].filter((one) => ipaddr.isValid(one)).map(familyOf));
  const ipv6 = seen.has(6) || seen.has(64);
  return { ipv4: seen.has(4) || !ipv6, ipv6, translates: seen.has(64) && !seen.has(4) };
}

function familyOf(address: string): 4 | 6 | 64 {
  if (!address.includes(':')) return 4;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return 4;
  return (parsed as ipaddr.IPv6).match(nat64) ? 64 : 6;
}

/** Whether an address is an IPv6 one. */
export function isIpv6(address: string): boolean {
  return ipaddr.IPv6.isValid(address);
}

/** The address as a line reaches it, translated where it must be; null where the line does not reach it. */
export function reachableForm(address: string, families: Families): string | null {
  if (isIpv6(address)) return families.ipv6 ? address : null;
  if (families.ipv4) return address;
  return families.translates ? translated(address) : null;
}

function translated(address: string): string {
  const { octets } = ipaddr.IPv4.parse(address);
  return new ipaddr.IPv6([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ...octets]).toString();
}
