import type { TargetWindow, Try } from '../../model/standing.ts';
import { failsSteadily, getsThroughAtTimes } from './answered-rounds.ts';
import { endsInSteadyFailure, isMixed, latestTries, sums } from './window.ts';

/** A target that always gets through outweighs no other that mostly fails. */
const leastSum = -2;

/** Less than for one target: in simulations with one failure in twenty everywhere it was not reached. */
const failingTogether = 5;

/** What is known of a service besides its windows. */
export interface ServicePast {
  /** What was said after the round before. */
  mostlyFails: boolean;
  /** It is shown as blocked. */
  isBlocked: boolean;
  /** By this round alone it opens. */
  opens: boolean;
  /** Whether any connection got through, by round, the latest last. */
  answered: readonly boolean[];
  /** ISO 8601 UTC, the start of this round. */
  startedAt: string;
}

/**
 * Whether most connections to a service fail, over its targets together: each alone is tried too seldom to tell
 * soon. Once said, it stays until all fail, or all get through, for longer than chance explains.
 */
export function mostConnectionsFail(
  windows: readonly TargetWindow[],
  { mostlyFails, isBlocked, opens, answered, startedAt }: ServicePast,
): boolean {
  if (mostlyFails) return sumOf(mixedOrAll(windows)) > sums.fine && !failsSteadily(answered);
  if (endsInSteadyFailure(inOrder(windows))) return false;
  // Two rounds in a row end a block, so what fails beside them decides now. Rounds are left out while all get through.
  const isOpening = opens && answered.at(-2) !== false;
  if (isBlocked && !isOpening && !getsThroughAtTimes(answered)) return false;
  const open = windows.filter((one) => latestTries(one).some(({ ok }) => ok)).filter(isMixedStill);
  // Targets that a block leaves one after another look mixed together, and none of them fails any more.
  const failsNow = open.some(({ tries }) => tries.some(({ ok, at }) => !ok && at >= startedAt));
  return failsNow && sumOf(open) >= failingTogether && isMixed(inOrder(open));
}

/** A target with failures alone at the end is left out: a block of it is no chance. */
function mixedOrAll(windows: readonly TargetWindow[]): readonly TargetWindow[] {
  const mixed = windows.filter(isMixedStill);
  return mixed.length > 0 ? mixed : windows;
}

function isMixedStill({ tries }: TargetWindow): boolean {
  return !endsInSteadyFailure(tries);
}

function sumOf(windows: readonly TargetWindow[]): number {
  return windows.reduce((total, one) => total + Math.max(leastSum, one.sum), 0);
}

function inOrder(windows: readonly TargetWindow[]): Try[] {
  return windows.flatMap(latestTries).toSorted((one, other) => one.at.localeCompare(other.at));
}
