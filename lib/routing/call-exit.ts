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
  const seen = new Set(
    exits
      .map(networkOf)
      .filter((one) => one?.kind === network.kind)
      .map((one) => one?.prefix),
  );
  if (seen.has(network.prefix)) return 'same';
  return seen.size === 1 ? 'different' : 'unknown';
}

interface Network {
  kind: 'ipv4' | 'ipv6';
  prefix: string;
}

/** Null for what is no public address: a name, a private range. */
function networkOf(address: string): Network | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return null;
  const bytes = parsed.toByteArray();
  if (parsed.kind() === 'ipv4') return { kind: 'ipv4', prefix: bytes.slice(0, 3).join('.') };
  return isGlobal6(bytes) ? { kind: 'ipv6', prefix: bytes.slice(0, 6).join('.') } : null;
}

/** Within 2000::/3, where all public IPv6 addresses lie. */
function isGlobal6([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1;
}
