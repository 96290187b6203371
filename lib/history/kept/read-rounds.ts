import type { Round } from '../../model/round.ts';
import { createRoundUnpacker } from '../codec/open-rounds.ts';
import type { History } from '../open.ts';
import { openPiece } from './piece.ts';
import { piecesWith } from './read-pieces.ts';

type NumberedRounds = AsyncGenerator<{ number: number; round: Round }>;

/** Rounds whose records are read together. */
const atOnce = 64;

/**
 * Reads rounds by their numbers, given in ascending order. Where there is none, or its record does not open, it is
 * passed over.
 */
export function createRoundReader({
  database,
  seal,
}: History): (numbers: readonly number[]) => NumberedRounds {
  const unpack = seal && createRoundUnpacker(database, seal);
  return async function* read(numbers) {
    if (seal === null) return;
    for (let start = 0; start < numbers.length; start += atOnce) {
      const some = numbers.slice(start, start + atOnce);
      const pieces = await piecesWith(database, some);
      const opened = await Promise.all(pieces.map((piece) => openPiece(seal, piece)));
      for (const { number, packed } of opened.flatMap((rounds = []) => rounds)) {
        const round = some.includes(number) ? await unpack?.(packed) : undefined;
        if (round !== undefined) yield { number, round };
      }
    }
  };
}
