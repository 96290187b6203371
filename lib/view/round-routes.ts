import type { Round } from '../model/round.ts';
import type { RoutingVerdict } from '../model/route.ts';
import { isPause } from './history-grid.ts';
import { isOutdated } from './route.ts';

/**
 * Each round's route by round id. A round that did not check the route inherits the last known one: a change would
 * have been noticed, unless there was a pause.
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

/** A route to filter by, and its number of rounds. */
export interface RouteChoice {
  route: RoutingVerdict;
  count: number;
}

const order: RoutingVerdict[] = ['direct', 'vpn_likely', 'split', 'unknown'];

/** The routes that occur; empty where there is only one. */
export function routeChoices(routes: ReadonlyMap<string, RoutingVerdict>): RouteChoice[] {
  const all = [...routes.values()];
  const choices = order
    .map((route) => ({ route, count: all.filter((one) => one === route).length }))
    .filter(({ count }) => count > 0);
  return choices.length > 1 ? choices : [];
}
