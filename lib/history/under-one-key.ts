import type { Round } from '../model/round.ts';
import type { HistoryPlace } from './places.ts';

/**
 * Rounds that were opened with one key: some would be missing where the history moved to another meanwhile.
 * @throws Error at their end, where it did
 */
export async function* underOneKey(
  readPlace: () => Promise<HistoryPlace>,
  rounds: AsyncIterable<Round>,
): AsyncGenerator<Round> {
  const { keys: before } = await readPlace();
  yield* rounds;
  const { keys: after } = await readPlace();
  if (after.current !== before.current) throw new Error('The history was written anew meanwhile.');
}
