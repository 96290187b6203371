import type { Bar } from '../model/bar.ts';
import type { RoutingVerdict } from '../model/route.ts';

/** A route to filter by, and its number of checks. */
export interface RouteChoice {
  route: RoutingVerdict;
  count: number;
}

const order: RoutingVerdict[] = ['direct', 'vpn_likely', 'split', 'unknown'];

/** The routes that occur; empty where there is only one. */
export function routeChoices(bars: readonly Bar[]): RouteChoice[] {
  const choices = order
    .map((route) => ({ route, count: checksBy(route, bars) }))
    .filter(({ count }) => count > 0);
  return choices.length > 1 ? choices : [];
}

/** Not every check asks every service, so the service that was asked most tells how many there were. */
function checksBy(route: RoutingVerdict, bars: readonly Bar[]): number {
  const counts = bars.map(({ rollups }) =>
    Math.max(
      0,
      ...rollups
        .filter((rollup) => rollup.route === route)
        .map(({ states }) => Object.values(states).reduce((sum, count) => sum + count, 0)),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
