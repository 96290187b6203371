import {
  type Dictionary,
  dictionaryOf,
  unpackRound,
} from '../../../lib/history/codec/round-record.ts';
import type { Seal, Sealed } from '../../../lib/history/seal.ts';

/** What a record holds, be it a round or anything else; undefined where it does not open. */
export async function openRecord<Value>(
  seal: Seal,
  sealed: Sealed,
  dictionaries: readonly Dictionary[],
): Promise<Value | undefined> {
  const value = await seal.open<Value>(sealed);
  if (value !== undefined) return value;
  const record = await seal.openBytes(sealed);
  if (record === undefined) return undefined;
  const number = dictionaryOf(record);
  const dictionary = dictionaries.find((one) => one.number === number) ?? null;
  if (number !== null && dictionary === null) return undefined;
  return unpackRound(record, dictionary) as Value;
}
