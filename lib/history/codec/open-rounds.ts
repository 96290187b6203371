import type { Round } from '../../model/round.ts';
import type { HistoryDatabase } from '../connection.ts';
import type { Seal, Sealed } from '../seal.ts';
import { createDictionaries } from './dictionaries.ts';
import { dictionaryOf, unpackRound } from './round-record.ts';

/** Opens the sealed records of rounds; undefined where one is under another key, or damaged. */
export function createRoundOpener(
  database: HistoryDatabase,
  seal: Seal,
): (sealed: Sealed) => Promise<Round | undefined> {
  const dictionaryOfNumber = createDictionaries(database, seal);
  return async (sealed) => {
    const record = await seal.openBytes(sealed);
    if (record === undefined) return undefined;
    const dictionary = await dictionaryOfNumber(dictionaryOf(record));
    try {
      return unpackRound(record, dictionary);
    } catch {
      return undefined;
    }
  };
}
