import type { TargetWindow } from '../../model/standing.ts';
import { latestTries } from './window.ts';

/** Rounds remembered: ten hours of scheduled ones. */
const roundLimit = 40;
/** A run of rounds without an answer this improbable among those before is a steady failure. */
const steadyProbability = 0.001;
/** Of so many rounds, so many with an answer show that some connections get through. */
const latest = { rounds: 8, answered: 3 };

/**
 * Whether any connection to a service got through, by round, the latest last. A target that always does shows nothing of
 * others that fail.
 * @param before those of earlier rounds
 * @param startedAt ISO 8601 UTC, the start of this round; only tries since then are of it
 */
export function answeredRounds(
  before: readonly boolean[],
  windows: readonly TargetWindow[],
  startedAt: string,
): boolean[] {
  const failing = windows.filter((one) => latestTries(one).some(({ ok }) => !ok));
  const telling = failing.length > 0 ? failing : windows;
  const tries = telling.flatMap((one) => one.tries).filter(({ at }) => at >= startedAt);
  if (tries.length === 0) return [...before];
  return [...before, tries.some(({ ok }) => ok)].slice(-roundLimit);
}

/** Whether all connections fail, for more rounds than chance would explain. */
export function failsSteadily(answered: readonly boolean[]): boolean {
  const earlier = answered.slice(0, answered.lastIndexOf(true) + 1);
  const run = answered.length - earlier.length;
  if (run >= roundLimit) return true;
  // Smoothed towards fewer: a few rounds are little to go by.
  const share = (earlier.filter(Boolean).length + 0.5) / (earlier.length + 2);
  return (1 - share) ** run < steadyProbability;
}

/** Whether three of the latest eight rounds got through. */
export function getsThroughAtTimes(answered: readonly boolean[]): boolean {
  return answered.slice(-latest.rounds).filter(Boolean).length >= latest.answered;
}
