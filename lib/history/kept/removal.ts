import type { Changes } from '../changes.ts';
import type { WritableHistory } from '../open.ts';
import { openPiece, sealPiece } from './piece.ts';
import { piecesWith } from './read-pieces.ts';

/** Rounds that are looked for together. */
const atOnce = 64;

/** What is to be changed so that rounds are gone, while the history still ends where it does. */
export async function removalOf(
  { database, seal }: WritableHistory,
  numbers: Iterable<number>,
): Promise<Changes> {
  const changes: Changes = { writes: [], deleted: [] };
  const gone = new Set(numbers);
  const ascending = [...gone].toSorted((one, other) => one - other);
  for (let start = 0; start < ascending.length; start += atOnce) {
    for (const piece of await piecesWith(database, ascending.slice(start, start + atOnce))) {
      const isSingle = piece.store === 'sealedRounds';
      const rounds = isSingle ? [] : await openPiece(seal, piece);
      const left = rounds?.filter(({ number }) => !gone.has(number));
      // The next bundle after a round that is gone already has none of them.
      if (left === undefined || (!isSingle && left.length === rounds?.length)) continue;
      changes.deleted.push(piece);
      if (left.length > 0) changes.writes.push(await sealPiece(seal, piece.store, left));
    }
  }
  return changes;
}
