import type { Round } from '../model/round.ts';
import type { RoutingVerdict } from '../model/route.ts';
import { isPause } from './history-grid.ts';
import { isOutdated } from './route.ts';

/**
 * Which way traffic took in each round, by its id. A round that did not look is taken to have gone the way
 * that was seen last: a change would have been noticed, unless no rounds were made meanwhile.
 */
export function routesByRound(newestFirst: readonly Round[]): Map<string, RoutingVerdict> {
  const routes = new Map<string, RoutingVerdict>();
  let last: Round | undefined;
  let previous: Round | undefined;
  for (const round of newestFirst.toReversed()) {
    if (previous !== undefined && isPause(previous, round)) last = undefined;
    if (round.routing.signals.length > 0) last = round;
    const isOld = last === undefined || isOutdated(last.startedAt, new Date(round.startedAt));
    routes.set(round.id, last === undefined || isOld ? 'unknown' : last.routing.verdict);
    previous = round;
  }
  return routes;
}

/** A way to show the rounds of, and how many there are. */
export interface RouteChoice {
  route: RoutingVerdict;
  count: number;
}

const order: RoutingVerdict[] = ['direct', 'vpn_likely', 'split', 'unknown'];

/** The ways that occur; none where there is no choice. */
export function routeChoices(routes: ReadonlyMap<string, RoutingVerdict>): RouteChoice[] {
  const taken = [...routes.values()];
  const choices = order
    .map((route) => ({ route, count: taken.filter((one) => one === route).length }))
    .filter(({ count }) => count > 0);
  return choices.length > 1 ? choices : [];
}
