import type { Round } from '../../model/round.ts';
import type { HistoryDatabase } from '../connection.ts';
import type { WritableHistory } from '../open.ts';
import type { Seal, Sealed } from '../seal.ts';
import { withoutExit } from '../without-exit.ts';
import { type Dictionary, packRound, textOfRound } from './round-record.ts';

/** What a dictionary's record holds. */
export interface DictionaryRecord extends Dictionary {
  /** UTC day of the rounds whose texts it has: it serves that day alone, so that nothing in it outlives its rounds. */
  day: string;
}

/** The latest dictionary, and the last number of one. */
export interface LastDictionary {
  latest: DictionaryRecord | null;
  last: number;
}

/** Chromium lays what is longer than 65,536 bytes into files of their own. */
const mostAsItIs = 60_000;
/** What deflate looks back at; what is further away is no help. */
const longest = 32_000;
/** A number's rank in the order of days; what is above counts how often the day was written anew. */
const ranks = 2 ** 20;
const numbers = 2 ** 32;
/** A record with a greater part of its text's length has what the dictionary lacks. */
const wellPacked = 1 / 8;
/** Dictionaries that are kept while rounds are read. */
const mostFound = 4;

/** Seals a round as it is, for as long as it has a record of its own: compressing takes long once a worker has started. */
export function sealRound(seal: Seal, round: Round): Promise<Sealed> {
  const text = textOfRound(round);
  return seal.closeBytes(packRound(text, null, text.length < mostAsItIs));
}

/** Seals a round against the latest dictionary, or against a new one, which is returned then. */
export async function sealAgainst(
  seal: Seal,
  round: Round,
  known: LastDictionary,
): Promise<{ record: Sealed; dictionary: DictionaryRecord | null }> {
  const { packed, dictionary } = packAgainst(seal, round, known);
  return { record: await seal.closeBytes(packed), dictionary };
}

/** The same before it is sealed. */
export function packAgainst(
  seal: Pick<Seal, 'isMoving'>,
  round: Round,
  { latest, last }: LastDictionary,
): { packed: Uint8Array<ArrayBuffer>; dictionary: DictionaryRecord | null } {
  const text = textOfRound(round);
  const day = round.startedAt.slice(0, 10);
  if (latest?.day === day) {
    const packed = packRound(text, latest);
    if (packed.length < wellPacked * text.length || latest.text.length >= longest) {
      return { packed, dictionary: null };
    }
  }
  // What is being left out may still be in the latest one.
  const dictionary = dictionaryFrom(
    round,
    { number: last + 1, day },
    seal.isMoving ? null : latest,
  );
  return { packed: packRound(text, dictionary), dictionary };
}

export async function sealDictionary(
  seal: Seal,
  dictionary: DictionaryRecord,
): Promise<{ number: number; record: Sealed }> {
  return { number: dictionary.number, record: await seal.close(dictionary) };
}

/**
 * It has what the one before has of its day, too. It holds nothing of the exit, which is forgotten where a person no
 * longer wants it kept.
 */
export function dictionaryFrom(
  round: Round,
  place: Pick<DictionaryRecord, 'number' | 'day'>,
  before: DictionaryRecord | null | undefined,
): DictionaryRecord {
  const known = before?.day === place.day ? before.text : '';
  return { ...place, text: (textOfRound(withoutExit(round)) + known).slice(0, longest) };
}

/** Of two dictionaries, the one of an earlier day has the lower rank. */
export function rankOf(number: number): number {
  return number % ranks;
}

/** The number of a dictionary that takes the place of another. */
export function numberAnew(number: number): number {
  return (number + ranks) % numbers;
}

export async function lastDictionary({ database, seal }: WritableHistory): Promise<LastDictionary> {
  const last = await lastNumber(database);
  const sealed = await database.get('sealedDictionaries', last);
  return { latest: (sealed && (await seal.open<DictionaryRecord>(sealed))) ?? null, last };
}

/** Of the two of a day that is being written anew, the new one; 0 without any. */
async function lastNumber(database: HistoryDatabase): Promise<number> {
  const all = await database.getAllKeys('sealedDictionaries');
  return all.reduce((last, one) => (rankOf(one) >= rankOf(last) ? one : last), 0);
}

/** Finds the dictionary of a number; of those that were found before, the latest are not read again. */
export function createDictionaries(
  database: HistoryDatabase,
  seal: Seal,
): (number: number | null) => Promise<Dictionary | null> {
  const found = new Map<number, Promise<Dictionary | null>>();
  async function read(number: number): Promise<Dictionary | null> {
    const sealed = await database.get('sealedDictionaries', number);
    return (sealed && (await seal.open<DictionaryRecord>(sealed))) ?? null;
  }
  return async (number) => {
    if (number === null) return null;
    const known = found.get(number) ?? read(number);
    found.set(number, known);
    // Those of a year would take tens of megabytes, and rounds come day after day.
    const [earliest] = found.keys();
    if (found.size > mostFound) found.delete(earliest as number);
    return known;
  };
}
