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

/** A round as it is to be written, and the dictionary to be written with it; null where there is one. */
export interface SealedRound {
  record: Sealed;
  dictionary: { number: number; record: Sealed } | null;
}

/** What deflate looks back at; what is further away is no help. */
const longest = 32_000;
/** A number's rank in the order of days; what is above counts how often the day was written anew. */
const ranks = 2 ** 20;
const numbers = 2 ** 32;
/** A record with a greater part of its text's length has what the dictionary lacks. */
const wellPacked = 1 / 8;
/** Dictionaries that are kept while rounds are read. */
const mostFound = 4;

export async function sealRound(history: WritableHistory, round: Round): Promise<SealedRound> {
  const latest = await latestDictionary(history);
  const { record, dictionary } = await sealAgainst(history.seal, round, {
    latest,
    last: latest?.number ?? (await lastNumber(history.database)),
  });
  return { record, dictionary: dictionary && (await sealDictionary(history.seal, dictionary)) };
}

/** Seals a round against the latest dictionary, or against a new one, which is returned then. */
export async function sealAgainst(
  seal: Seal,
  round: Round,
  { latest, last }: { latest: DictionaryRecord | null; last: number },
): Promise<{ record: Sealed; dictionary: DictionaryRecord | null }> {
  const text = textOfRound(round);
  const day = round.startedAt.slice(0, 10);
  if (latest?.day === day) {
    const packed = packRound(text, latest);
    if (packed.length < wellPacked * text.length || latest.text.length >= longest) {
      return { record: await seal.closeBytes(packed), dictionary: null };
    }
  }
  // What is being left out may still be in the latest one.
  const dictionary = dictionaryFrom(
    round,
    { number: last + 1, day },
    seal.isMoving ? null : latest,
  );
  return { record: await seal.closeBytes(packRound(text, dictionary)), dictionary };
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

async function latestDictionary({
  database,
  seal,
}: WritableHistory): Promise<DictionaryRecord | null> {
  const sealed = await database.get('sealedDictionaries', await lastNumber(database));
  return (sealed && (await seal.open<DictionaryRecord>(sealed))) ?? null;
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
