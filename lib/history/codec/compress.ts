import type { Packed } from '../kept/bundle.ts';
import type { WritableHistory } from '../open.ts';
import type { Write } from '../put-all.ts';
import {
  type DictionaryRecord,
  lastDictionary,
  packAgainst,
  sealDictionary,
} from './dictionaries.ts';
import { dictionaryOf, unpackRound } from './round-record.ts';

/** Compresses rounds that were recorded as they are, in the order of recording. */
export interface Compressing {
  /** As it was where it is compressed against a dictionary, or damaged. */
  round: (one: Packed) => Packed;
  /** Those that came with them. */
  dictionaries: () => Promise<Write[]>;
}

export async function createCompressing(history: WritableHistory): Promise<Compressing> {
  let known = await lastDictionary(history);
  const made: DictionaryRecord[] = [];
  return {
    round({ number, packed: before }) {
      if (dictionaryOf(before) !== null) return { number, packed: before };
      try {
        const { packed, dictionary } = packAgainst(history.seal, unpackRound(before, null), known);
        if (dictionary !== null) {
          known = { latest: dictionary, last: dictionary.number };
          made.push(dictionary);
        }
        return { number, packed };
      } catch {
        return { number, packed: before };
      }
    },
    dictionaries: () =>
      Promise.all(
        made.map(async (one): Promise<Write> => {
          const { number: key, record } = await sealDictionary(history.seal, one);
          return { store: 'sealedDictionaries', key, record };
        }),
      ),
  };
}
