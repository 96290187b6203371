import { isIPv4 } from 'node:net';
import type { AddressRule, WorldDescription } from '../world/description.ts';
import { expandTargets } from './addresses.ts';
import { systemResolvers } from './known-names.ts';
import { translatedAddress } from './translation.ts';

/** Half of all addresses each, to be more specific than the route that makes every address local. */
const everything = ['0.0.0.0/1', '128.0.0.0/1', '::/1', '8000::/1'];

/** The table that packets from the browser's line consult for IPv6; the world's own packets do not. */
export const ipv6Table = 6;

/** The next hop for refused connections: a namespace that owns every address and listens on none. */
export const refuserGateway = '10.54.0.2';

/**
 * The routes in the world's namespace that implement the rules below TCP. The kernel uses the most
 * specific route; of several rules for one address the first wins.
 */
export function routesOf(world: WorldDescription): string[] {
  if (world.offline) return everything.map((range) => inTable(`blackhole ${range}`, range));
  const routes = new Map<string, string>();
  for (const rule of world.addressRules ?? []) {
    for (const target of withTranslated(expandTargets(rule.targets, world), world)) {
      if (!routes.has(target)) routes.set(target, route(rule.action, target));
    }
  }
  if (world.allowlist) {
    for (const range of everything) routes.set(range, inTable(`blackhole ${range}`, range));
    const open = [
      ...withTranslated(expandTargets(world.allowlist, world), world),
      ...systemResolvers.slice(0, 1),
    ];
    for (const target of open) {
      if (!routes.has(target)) routes.set(target, inTable(`local ${target} dev lo`, target));
    }
  }
  return [...routes.values()];
}

function route(action: AddressRule['action'], target: string): string {
  switch (action) {
    case 'drop':
      return inTable(`blackhole ${target}`, target);
    case 'unreachable':
      return inTable(`unreachable ${target}`, target);
    case 'refuse':
      if (isIpv6(target)) throw new Error(`The lab refuses no IPv6 connections: ${target}`);
      return `${target} via ${refuserGateway}`;
    default:
      // The front resets and the packet filter drops; all other packets need no route of their own.
      return isIpv6(target)
        ? inTable(`local ${target} dev lo`, target)
        : `local ${target} dev lo table main`;
  }
}

/** Behind a translator the browser reaches an IPv4 address by another. */
function withTranslated(targets: readonly string[], { family }: WorldDescription): string[] {
  const translated = targets.filter((target) => isIPv4(target)).map(translatedAddress);
  return family === 'nat64' ? [...targets, ...translated] : [...targets];
}

function inTable(command: string, target: string): string {
  return isIpv6(target) ? `${command} table ${ipv6Table}` : command;
}

function isIpv6(target: string): boolean {
  return target.includes(':');
}
