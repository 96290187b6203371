import type { Round } from '../../model/round.ts';
import { createRoundOpener } from '../codec/open-rounds.ts';
import type { History } from '../open.ts';

/** Reads rounds by their numbers; undefined where there is none, or its record does not open. */
export function createRoundReader({
  database,
  seal,
}: History): (number: number) => Promise<Round | undefined> {
  if (seal === null) return async () => undefined;
  const openRound = createRoundOpener(database, seal);
  return async (number) => {
    const sealed = await database.get('sealedRounds', number);
    return sealed && openRound(sealed);
  };
}
