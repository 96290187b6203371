import type { TargetWindow, Try } from '../model/standing.ts';
import { endsInSteadyFailure, isMixed, latestTries, sums } from './window.ts';

/** A target that always gets through outweighs no other that mostly fails. */
const leastSum = -sums.limit / 4;

/** Less than for one target: in simulations with one failure in twenty everywhere it was not reached. */
const failingTogether = 5;

/**
 * Whether most connections to a service fail, over its targets together: each alone is tried too seldom to tell
 * soon. Targets without a single success, or with failures alone at the end, are left out: a block
 * of theirs is no chance.
 * @param before what was said after the round before; between the two thresholds it stays
 */
export function mostConnectionsFail(windows: readonly TargetWindow[], before: boolean): boolean {
  const open = windows.filter(
    (one) => latestTries(one).some(({ ok }) => ok) && !endsInSteadyFailure(one.tries),
  );
  const sum = open.reduce((total, one) => total + Math.max(leastSum, one.sum), 0);
  if (endsInSteadyFailure(inOrder(windows))) return false;
  return before ? sum > sums.fine : sum >= failingTogether && isMixed(inOrder(open));
}

function inOrder(windows: readonly TargetWindow[]): Try[] {
  return windows.flatMap(latestTries).toSorted((one, other) => one.at.localeCompare(other.at));
}
