import {
  type Dictionary,
  dictionaryOf,
  unpackRound,
} from '../../../lib/history/codec/round-record.ts';
import { unpackBundle } from '../../../lib/history/kept/bundle.ts';
import type { Seal, Sealed } from '../../../lib/history/seal.ts';
import type { Round } from '../../../lib/model/round.ts';

/** What a record holds, be it a round or anything else; undefined where it does not open, or is a bundle. */
export async function openRecord<Value>(
  seal: Seal,
  sealed: Sealed,
  dictionaries: readonly Dictionary[],
): Promise<Value | undefined> {
  const value = await seal.open<Value>(sealed);
  if (value !== undefined) return value;
  const record = await seal.openBytes(sealed);
  if (record === undefined || unpackBundle(record) !== undefined) return undefined;
  return openPacked(record, dictionaries) as Value | undefined;
}

/** The rounds of a bundle with their numbers, as far as they open; none of anything else. */
export async function openBundle(
  seal: Seal,
  sealed: Sealed,
  dictionaries: readonly Dictionary[],
): Promise<[number: number, round: Round][]> {
  const record = await seal.openBytes(sealed);
  const rounds = (record && unpackBundle(record)) ?? [];
  return rounds.flatMap(({ number, packed }) => {
    const round = openPacked(packed, dictionaries);
    return round === undefined ? [] : [[number, round]];
  });
}

function openPacked(record: Uint8Array, dictionaries: readonly Dictionary[]): Round | undefined {
  const number = dictionaryOf(record);
  const dictionary = dictionaries.find((one) => one.number === number) ?? null;
  if (number !== null && dictionary === null) return undefined;
  return unpackRound(record, dictionary);
}
