import type { RoutingSignal } from '../model/route.ts';
import { exitOf } from './exit.ts';
import type { RoutingObservation } from './observation.ts';
import { signalsOf } from './signals.ts';

/**
 * Whether at least one sign speaks for a detour. Nothing of the home country needs to have been asked. A
 * person who lives abroad shows the same signs unless that country is the stated home.
 */
export function hasSignOfDetour(seen: RoutingObservation): boolean {
  const home = seen.statedHome ?? seen.home.country;
  const exitsAtHome = exitOf(seen.echoes).country === home;
  // A signal takes two echo services; one that places the exit abroad is a sign already.
  const someAbroad = seen.echoes.some(({ country }) => country !== null && country !== home);
  const hasProxy = seen.line.proxy !== null && !exitsAtHome;
  const signals = signalsOf(seen, 0).filter(speaksForDetour);
  return someAbroad || hasProxy || signals.some(({ id }) => !(exitsAtHome && isOfTheLine(id)));
}

function speaksForDetour({ points }: RoutingSignal): boolean {
  return points === 'vpn' || points === 'split';
}

/** With an exit at home, connections end near by at a virus scanner too, or on a slow computer in a large city. */
function isOfTheLine(id: RoutingSignal['id']): boolean {
  return id === 'connections-end-nearby';
}
