import type { Round } from '../model/round.ts';
import type { WaitingRound } from './database.ts';

/** The history from a moment (ISO 8601 UTC, inclusive) on, in the order of recording. */
export type ReadRounds = (from: string) => AsyncIterable<Round>;

/**
 * Reads those of the rounds that the history still has, from the oldest to the newest. Only at its end is one that was not
 * found gone: a clock that was wrong puts rounds out of order.
 */
export async function readWaiting(
  waiting: readonly WaitingRound[],
  read: ReadRounds,
): Promise<Round[]> {
  const [first] = waiting;
  if (first === undefined) return [];
  const missing = new Set(waiting.map(({ id }) => id));
  const found: Round[] = [];
  for await (const round of read(first.startedAt)) {
    if (missing.delete(round.id)) found.push(round);
    if (missing.size === 0) break;
  }
  return found.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
}
