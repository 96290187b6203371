import { dictionaryOf } from '../codec/round-record.ts';
import type { WritableHistory } from '../open.ts';

/** The dictionary of the first round beyond a number, which no later one precedes; null where it has none. */
export async function firstDictionary(
  { database, seal }: WritableHistory,
  beyond: number,
): Promise<number | null> {
  const [sealed] = await database.getAll('sealedRounds', IDBKeyRange.lowerBound(beyond, true), 1);
  const record = sealed && (await seal.openBytes(sealed));
  return record === undefined ? null : dictionaryOf(record);
}
