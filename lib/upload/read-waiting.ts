import type { Round } from '../model/round.ts';
import type { WaitingRound } from './database.ts';

/** The history from a moment (ISO 8601 UTC, inclusive) on, the oldest first. */
export type ReadRounds = (from: string) => AsyncIterable<Round>;

/** Reads those of the rounds that the history still has. */
export async function readWaiting(
  waiting: readonly WaitingRound[],
  read: ReadRounds,
): Promise<Round[]> {
  const [first] = waiting;
  const last = waiting.at(-1);
  if (first === undefined || last === undefined) return [];
  const missing = new Set(waiting.map(({ id }) => id));
  const found: Round[] = [];
  for await (const round of read(first.startedAt)) {
    if (round.startedAt > last.startedAt) break;
    if (missing.delete(round.id)) found.push(round);
    if (missing.size === 0) break;
  }
  return found;
}
