import { rankOf } from '../codec/dictionaries.ts';
import { dictionaryOf } from '../codec/round-record.ts';
import { walkPacked } from '../kept/walk.ts';
import type { WritableHistory } from '../open.ts';

/**
 * Dictionaries of days before that of the first round beyond a number that has one; all where none has, as those to come
 * get their own.
 */
export async function unusedDictionaries(
  history: WritableHistory,
  beyond: number,
): Promise<number[]> {
  const all = () => history.database.getAllKeys('sealedDictionaries');
  for await (const { packed } of walkPacked(history, { from: 'oldest', atOnce: 8, beyond })) {
    const first = dictionaryOf(packed);
    // The latest rounds are not compressed yet.
    if (first === null) continue;
    return (await all()).filter((number) => rankOf(number) < rankOf(first));
  }
  return all();
}
