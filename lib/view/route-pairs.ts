import type { Round } from '../model/round.ts';
import type { RoutingVerdict } from '../model/route.ts';
import type { ServiceState } from '../model/state.ts';

/** A service's state in one round. */
export interface DatedState {
  state: ServiceState;
  /** ISO 8601 UTC. */
  at: string;
}

/** A service's states with and without a detour, at most a day apart. */
export interface RoutePair {
  id: string;
  name: string;
  direct: DatedState;
  detour: DatedState;
}

const dayMs = 24 * 60 * 60 * 1000;

/** In the order of the newest round, without services that lack such a pair. */
export function routePairs(
  newestFirst: readonly Round[],
  routes: ReadonlyMap<string, RoutingVerdict>,
): RoutePair[] {
  const names = new Map<string, string>();
  for (const { id, name } of newestFirst.flatMap(({ services }) => services)) {
    if (!names.has(id)) names.set(id, name);
  }
  const roundsBy = (route: RoutingVerdict) =>
    newestFirst.filter(({ id }) => routes.get(id) === route);
  const direct = roundsBy('direct');
  const detour = roundsBy('vpn_likely');
  return [...names].flatMap(([id, name]) => {
    const pair = newestPair(statesOf(direct, id), statesOf(detour, id));
    return pair === null ? [] : [{ id, name, ...pair }];
  });
}

/** The round's own state: hysteresis would carry over a state from the other route. */
function statesOf(newestFirst: readonly Round[], service: string): DatedState[] {
  return newestFirst.flatMap(({ startedAt, services }) =>
    services
      .filter(({ id, roundState }) => id === service && roundState !== 'insufficient')
      .map(({ roundState }) => ({ state: roundState, at: startedAt })),
  );
}

function newestPair(
  direct: readonly DatedState[],
  detour: readonly DatedState[],
): Pick<RoutePair, 'direct' | 'detour'> | null {
  const pairs = direct.flatMap((one) => {
    const other = detour.find(({ at }) => Math.abs(Date.parse(at) - Date.parse(one.at)) <= dayMs);
    return other === undefined ? [] : [{ direct: one, detour: other }];
  });
  return pairs[0] ?? null;
}
