import { rankOf } from '../codec/dictionaries.ts';
import { dictionaryOf } from '../codec/round-record.ts';
import { readBeyond } from '../kept/walk.ts';
import type { WritableHistory } from '../open.ts';

/** Dictionaries of days before that of the first round beyond a number; none where that one has none. */
export async function unusedDictionaries(
  { database, seal }: WritableHistory,
  beyond: number,
): Promise<number[]> {
  const [next] = await readBeyond(database, beyond, { from: 'oldest', atOnce: 1 });
  const record = next && (await seal.openBytes(next.sealed));
  const first = record === undefined ? null : dictionaryOf(record);
  if (first === null) return [];
  const all = await database.getAllKeys('sealedDictionaries');
  return all.filter((number) => rankOf(number) < rankOf(first));
}
