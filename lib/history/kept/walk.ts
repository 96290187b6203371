import type { Round } from '../../model/round.ts';
import { createRoundUnpacker } from '../codec/open-rounds.ts';
import type { History } from '../open.ts';
import type { Packed } from './bundle.ts';
import { openPiece } from './piece.ts';
import { type Walk, walkPieces } from './read-pieces.ts';

/** Rounds one after the other, each with its number. A record that does not open is passed over. */
export async function* walkRounds(
  history: History,
  walk: Walk,
): AsyncGenerator<{ number: number; round: Round }> {
  const { database, seal } = history;
  if (seal === null) return;
  const unpack = createRoundUnpacker(database, seal);
  for await (const { number, packed } of walkPacked(history, walk)) {
    const round = await unpack(packed);
    if (round !== undefined) yield { number, round };
  }
}

/** The same without their seals, but packed. */
export async function* walkPacked({ database, seal }: History, walk: Walk): AsyncGenerator<Packed> {
  if (seal === null) return;
  const sign = walk.from === 'oldest' ? 1 : -1;
  let last = walk.beyond ?? -Infinity * sign;
  for await (const pieces of walkPieces(database, walk)) {
    const opened = await Promise.all(pieces.map((piece) => openPiece(seal, piece)));
    for (const rounds of opened) {
      for (const one of (sign === 1 ? rounds : rounds?.toReversed()) ?? []) {
        if (sign * (one.number - last) <= 0) continue;
        last = one.number;
        yield one;
      }
    }
  }
}
