import type { Round } from '../model/round.ts';
import type { WaitingRound } from './database.ts';

/** The history from a moment (ISO 8601 UTC, inclusive) on, in the order of recording. */
export type ReadRounds = (from: string) => AsyncIterable<Round>;

/**
 * How many later rounds say that no more of those that wait will come. One does not: the clock may have been wrong for a
 * while.
 */
const laterRounds = 64;

/** Reads those of the rounds that the history still has, from the oldest to the newest. */
export async function readWaiting(
  waiting: readonly WaitingRound[],
  read: ReadRounds,
): Promise<Round[]> {
  const [first] = waiting;
  const last = waiting.at(-1);
  if (first === undefined || last === undefined) return [];
  const missing = new Set(waiting.map(({ id }) => id));
  const found: Round[] = [];
  let later = 0;
  for await (const round of read(first.startedAt)) {
    if (missing.delete(round.id)) found.push(round);
    if (round.startedAt > last.startedAt) later += 1;
    if (missing.size === 0 || later === laterRounds) break;
  }
  return found.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
}
