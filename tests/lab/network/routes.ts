import type { AddressRule, WorldDescription } from '../world/description.ts';
import { expandTargets } from './addresses.ts';
import { systemResolvers } from './known-names.ts';

/** Half of all addresses each, to be more specific than the route that makes every address local. */
const everything = ['0.0.0.0/1', '128.0.0.0/1'];

/** The next hop for refused connections: a namespace that owns every address and listens on none. */
export const refuserGateway = '10.54.0.2';

/**
 * The routes in the world's namespace that implement the rules below TCP. The kernel uses the most
 * specific route; of several rules for one address the first wins.
 */
export function routesOf(world: WorldDescription): string[] {
  if (world.offline) return everything.map((range) => `blackhole ${range}`);
  const routes = new Map<string, string>();
  for (const rule of world.addressRules ?? []) {
    for (const target of expandTargets(rule.targets, world)) {
      if (!routes.has(target)) routes.set(target, route(rule.action, target));
    }
  }
  if (world.allowlist) {
    for (const range of everything) routes.set(range, `blackhole ${range}`);
    const open = [...expandTargets(world.allowlist, world), ...systemResolvers.slice(0, 1)];
    for (const target of open) {
      if (!routes.has(target)) routes.set(target, `local ${target} dev lo`);
    }
  }
  return [...routes.values()];
}

function route(action: AddressRule['action'], target: string): string {
  switch (action) {
    case 'drop':
      return `blackhole ${target}`;
    case 'unreachable':
      return `unreachable ${target}`;
    case 'refuse':
      return `${target} via ${refuserGateway}`;
    default:
      // The front resets and the packet filter drops; all other packets need no route of their own.
      return `local ${target} dev lo table main`;
  }
}
