import { dictionaryOf } from '../codec/round-record.ts';
import type { Packed } from '../kept/bundle.ts';
import { lastNumberOf, openPiece, type Piece } from '../kept/piece.ts';
import { walkPieces } from '../kept/read-pieces.ts';
import type { Move } from './move.ts';

/** Consecutive records of rounds. */
export interface Stretch {
  /** Those that are still to be moved, opened. */
  left: { piece: Piece; rounds: Packed[] }[];
  /** Number of the last round. */
  last: number;
}

const atOnce = 32;

/** The next one after a number; null where there is none. Records that no key opens are passed over. */
export async function nextStretch(move: Move, after: number | null): Promise<Stretch | null> {
  const { database } = await move.open();
  const stretch: Stretch = { left: [], last: 0 };
  for await (const pieces of walkPieces(database, { from: 'oldest', atOnce, beyond: after })) {
    const end = pieces.at(-1);
    if (end === undefined) return null;
    for (const piece of pieces) {
      const moved = await openPiece(move.to, piece);
      const rounds = moved ?? (await openPiece(move.from, piece));
      if (rounds === undefined) continue;
      const isMoved = moved !== undefined && (await areMoved(move, moved));
      if (!isMoved) stretch.left.push({ piece, rounds });
    }
    return { ...stretch, last: lastNumberOf(end) };
  }
  return null;
}

/** Whether the dictionaries of rounds are under the new key. */
async function areMoved({ open, to }: Move, rounds: readonly Packed[]): Promise<boolean> {
  const { database } = await open();
  for (const number of new Set(rounds.map(({ packed }) => dictionaryOf(packed)))) {
    const record = number === null ? null : await database.get('sealedDictionaries', number);
    if (record === undefined || (record && (await to.openBytes(record)) === undefined))
      return false;
  }
  return true;
}
