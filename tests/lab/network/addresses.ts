import { createHash } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';
import type { WorldDescription } from '../world/description.ts';
import { matchesName } from '../world/name-pattern.ts';
import { dohResolvers, fixedAddresses, otherNames, serviceNames } from './known-names.ts';
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
  return world.addresses?.[lower] ?? fixedAddresses[lower] ?? [inventedAddress(lower)];
}

/** Stable and within 20.0.0.0/7, so that no browser treats it as a private network. */
function inventedAddress(name: string): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = createHash('sha256').update(name).digest();
  return `${20 + (first & 1)}.${second}.${third}.${fourth}`;
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
  for (const entry of list) {
    const [network = '', bits = '32'] = entry.split('/');
    blocks.addSubnet(network, Number(bits));
  }
  return blocks.check(address);
}

function isAddressOrRange(target: string): boolean {
  return isIPv4(target.split('/')[0] ?? '');
}
