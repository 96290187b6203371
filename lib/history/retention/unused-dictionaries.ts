import { rankOf } from '../codec/dictionaries.ts';
import { dictionaryOf } from '../codec/round-record.ts';
import { walkPacked } from '../kept/walk.ts';
import type { WritableHistory } from '../open.ts';

/** Dictionaries of days before that of the first round beyond a number; none where that one has none. */
export async function unusedDictionaries(
  history: WritableHistory,
  beyond: number,
): Promise<number[]> {
  for await (const { packed } of walkPacked(history, { from: 'oldest', atOnce: 1, beyond })) {
    const first = dictionaryOf(packed);
    if (first === null) return [];
    const all = await history.database.getAllKeys('sealedDictionaries');
    return all.filter((number) => rankOf(number) < rankOf(first));
  }
  return [];
}
