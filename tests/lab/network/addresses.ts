import { createHash } from 'node:crypto';
import { BlockList, isIP, isIPv4 } from 'node:net';
import type { WorldDescription } from '../world/description.ts';
import { matchesName } from '../world/name-pattern.ts';
import {
  dohResolvers,
  fixedAddresses,
  otherNames,
  serviceNames,
  stunServers,
} from './known-names.ts';
import { serviceHosts } from './service-hosts.ts';

/** All names that exist before a browser asks for them. */
export const knownNames: string[] = [
  ...new Set([
    ...serviceHosts,
    ...Object.values(serviceNames).flat(),
    ...otherNames,
    ...Object.keys(fixedAddresses),
    ...dohResolvers.flatMap((resolver) => resolver.hosts).filter((host) => !isIPv4(host)),
  ]),
];

/** The true addresses of a name: the world's own, fixed ones, or else one derived from the name. */
export function addressesOf(name: string, world: WorldDescription): string[] {
  const lower = name.toLowerCase();
  const known = world.addresses?.[lower];
  if (known !== undefined) return known;
  const ipv4 = fixedAddresses[lower] ?? [inventedAddress(lower)];
  const hasBoth = world.family === 'dual' || world.family === 'ipv6-only';
  return hasBoth && !callServers.has(lower) ? [...ipv4, inventedIpv6Address(lower)] : ipv4;
}

/** They listen on IPv4 alone. */
const callServers = new Set(stunServers.map(({ name }) => name));

/** Stable and within 20.0.0.0/7, so that no browser treats it as a private network. */
function inventedAddress(name: string): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = createHash('sha256').update(name).digest();
  return `${20 + (first & 1)}.${second}.${third}.${fourth}`;
}

/** Stable, within 2a0f::/16, and written as the kernel writes it. */
function inventedIpv6Address(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `2a0f:f${hash.slice(0, 3)}:f${hash.slice(3, 6)}::1`;
}

/** Expands a rule's targets into addresses and CIDR ranges. */
export function expandTargets(targets: readonly string[], world: WorldDescription): string[] {
  const literals = targets.filter(isAddressOrRange);
  const patterns = targets.filter((target) => !isAddressOrRange(target));
  const names = [...knownNames, ...Object.keys(world.addresses ?? {})]
    .filter((name) => matchesName(patterns, name))
    .concat(patterns.map((pattern) => pattern.replace(/^\./, '')).filter((name) => name !== '*'));
  return [...new Set([...literals, ...names.flatMap((name) => addressesOf(name, world))])];
}

/** Whether an address lies in a list of literals and CIDR ranges. */
export function containsAddress(list: readonly string[], address: string): boolean {
  const blocks = new BlockList();
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  for (const entry of list) {
    const [network = '', bits] = entry.split('/');
    // Node takes an IPv4 address for one of `::/0` too.
    if (isIPv4(network) !== isIPv4(address)) continue;
    blocks.addSubnet(network, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return blocks.check(address, family);
}

function isAddressOrRange(target: string): boolean {
  return isIP(target.split('/')[0] ?? '') > 0;
}
