import { rankOf } from '../codec/dictionaries.ts';
import { dictionaryOf } from '../codec/round-record.ts';
import type { WritableHistory } from '../open.ts';

/** Dictionaries of days before that of the first round beyond a number; none where that one has none. */
export async function unusedDictionaries(
  { database, seal }: WritableHistory,
  beyond: number,
): Promise<number[]> {
  const [sealed] = await database.getAll('sealedRounds', IDBKeyRange.lowerBound(beyond, true), 1);
  const record = sealed && (await seal.openBytes(sealed));
  const first = record === undefined ? null : dictionaryOf(record);
  if (first === null) return [];
  const all = await database.getAllKeys('sealedDictionaries');
  return all.filter((number) => rankOf(number) < rankOf(first));
}
