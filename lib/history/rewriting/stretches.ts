import { dictionaryOf } from '../codec/round-record.ts';
import type { HistoryDatabase } from '../connection.ts';
import { readBeyond } from '../kept/walk.ts';
import type { Sealed } from '../seal.ts';
import type { Move } from './move.ts';

/** Consecutive rounds that are compressed against one dictionary, or against none. */
export interface Stretch {
  dictionary: number | null;
  rounds: StretchRound[];
  /** Number of its last record. */
  last: number;
  /** They are under the new key, and so is the dictionary. */
  isMoved: boolean;
}

export interface StretchRound {
  number: number;
  before: Sealed;
  /** The record without its seal. */
  packed: Uint8Array;
}

const atOnce = 32;
/** Without a dictionary nothing else limits them. */
const most = 64;

/** The next one after a number; null where there is none. Records that no key opens are passed over. */
export async function nextStretch(move: Move, after: number | null): Promise<Stretch | null> {
  const { database } = await move.open();
  let stretch: Stretch | null = null;
  for await (const { number, sealed } of recordsAfter(database, after)) {
    const moved = await move.to.openBytes(sealed);
    const packed = moved ?? (await move.from.openBytes(sealed));
    if (packed === undefined) continue;
    const dictionary = dictionaryOf(packed);
    stretch ??= { dictionary, rounds: [], last: number, isMoved: await isMoved(move, dictionary) };
    const isFull = dictionary === null && stretch.rounds.length === most;
    if (dictionary !== stretch.dictionary || isFull) return stretch;
    stretch.rounds.push({ number, before: sealed, packed });
    stretch.last = number;
    stretch.isMoved &&= moved !== undefined;
  }
  return stretch;
}

async function* recordsAfter(
  database: HistoryDatabase,
  after: number | null,
): AsyncGenerator<{ number: number; sealed: Sealed }> {
  let last = after;
  for (;;) {
    const records = await readBeyond(database, last, { from: 'oldest', atOnce });
    yield* records;
    last = records.at(-1)?.number ?? last;
    if (records.length < atOnce) return;
  }
}

async function isMoved({ open, to }: Move, dictionary: number | null): Promise<boolean> {
  if (dictionary === null) return true;
  const { database } = await open();
  const record = await database.get('sealedDictionaries', dictionary);
  return record !== undefined && (await to.openBytes(record)) !== undefined;
}
