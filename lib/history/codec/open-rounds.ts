import type { Round } from '../../model/round.ts';
import type { HistoryDatabase } from '../connection.ts';
import type { Seal } from '../seal.ts';
import { createDictionaries } from './dictionaries.ts';
import { dictionaryOf, unpackRound } from './round-record.ts';

/** Unpacks the records of rounds without their seals; undefined where one is damaged. */
export function createRoundUnpacker(
  database: HistoryDatabase,
  seal: Seal,
): (record: Uint8Array) => Promise<Round | undefined> {
  const dictionaryOfNumber = createDictionaries(database, seal);
  return async (record) => {
    const dictionary = await dictionaryOfNumber(dictionaryOf(record));
    try {
      return unpackRound(record, dictionary);
    } catch {
      return undefined;
    }
  };
}
