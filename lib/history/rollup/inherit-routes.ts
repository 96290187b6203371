import { fullEveryMs } from '../../model/plan.ts';
import type { RoundSummary } from './summary.ts';

/** Three missed checks at the default interval. */
const pauseMs = 45 * 60_000;

/**
 * Most rounds do not look at the route, and have the last known one: a change would have been noticed, unless
 * there was a pause.
 * @param rounds in the order of recording
 */
export function inheritRoutes(rounds: readonly RoundSummary[]): RoundSummary[] {
  let known: RoundSummary | undefined;
  let beforeMs = Number.NEGATIVE_INFINITY;
  return rounds.map((round) => {
    const { atMs, route } = round;
    if (Math.abs(atMs - beforeMs) > pauseMs) known = undefined;
    beforeMs = atMs;
    if (route !== 'unknown') known = round;
    const isOld = known === undefined || Math.abs(atMs - known.atMs) > fullEveryMs;
    return known === undefined || isOld ? round : { ...round, route: known.route };
  });
}
