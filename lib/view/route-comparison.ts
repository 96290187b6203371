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
export interface RouteComparison {
  id: string;
  name: string;
  direct: DatedState;
  detour: DatedState;
}

const dayMs = 24 * 60 * 60 * 1000;

/** In the order of the newest round, without services that have no two such states. */
export function compareRoutes(
  newestFirst: readonly Round[],
  routes: ReadonlyMap<string, RoutingVerdict>,
): RouteComparison[] {
  const names = new Map<string, string>();
  for (const { id, name } of newestFirst.flatMap(({ services }) => services)) {
    if (!names.has(id)) names.set(id, name);
  }
  const roundsBy = (route: RoutingVerdict) =>
    newestFirst.filter(({ id }) => routes.get(id) === route);
  const direct = roundsBy('direct');
  const detour = roundsBy('vpn_likely');
  return [...names].flatMap(([id, name]) => {
    const comparison = newestComparison(statesOf(direct, id), statesOf(detour, id));
    return comparison === null ? [] : [{ id, name, ...comparison }];
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

function newestComparison(
  direct: readonly DatedState[],
  detour: readonly DatedState[],
): Pick<RouteComparison, 'direct' | 'detour'> | null {
  const comparisons = direct.flatMap((one) => {
    const other = detour.find(({ at }) => Math.abs(Date.parse(at) - Date.parse(one.at)) <= dayMs);
    return other === undefined ? [] : [{ direct: one, detour: other }];
  });
  return comparisons[0] ?? null;
}
