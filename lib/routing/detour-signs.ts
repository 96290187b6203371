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
  return someAbroad || hasProxy || signalsOf(seen, 0).some(speaksForDetour);
}

/** Connections end near by at a virus scanner too, and on a slow computer in a large city: alone no sign. */
function speaksForDetour({ id, points }: RoutingSignal): boolean {
  return id !== 'connections-end-nearby' && (points === 'vpn' || points === 'split');
}
