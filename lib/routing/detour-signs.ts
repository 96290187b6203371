import { mayBeHome } from '../catalog/domestic.ts';
import type { RoutingSignal } from '../model/route.ts';
import { exitOf } from './exit.ts';
import type { RoutingObservation } from './observation.ts';
import { signalsOf } from './signals.ts';

/**
 * Whether at least one sign speaks for a detour. Nothing of the home country needs to have been asked. A
 * person who lives abroad shows the same signs unless the clock or their word makes that country the home.
 */
export function hasSignOfDetour(seen: RoutingObservation): boolean {
  const exit = exitOf(seen.echoes).country;
  const exitsAtHome = exit !== null && mayBeHome(exit, seen.home);
  // A signal takes two echo services; one that places the exit abroad is a sign already.
  const someAbroad = seen.echoes.some(
    ({ country }) => country !== null && !mayBeHome(country, seen.home),
  );
  const hasProxy = seen.line.proxy !== null && !exitsAtHome;
  return someAbroad || hasProxy || signalsOf(seen, 0).some(speaksForDetour);
}

/** Connections end near by at a virus scanner too, and on a slow computer in a large city: alone no sign. */
function speaksForDetour({ id, points }: RoutingSignal): boolean {
  return id !== 'connections-end-nearby' && (points === 'vpn' || points === 'split');
}
