import type { Round } from '../../model/round.ts';
import { createRoundOpener } from '../codec/open-rounds.ts';
import type { HistoryDatabase } from '../connection.ts';
import type { History } from '../open.ts';
import type { Sealed } from '../seal.ts';

interface Walk {
  from: 'oldest' | 'newest';
  /** Rounds that are read and opened together. */
  atOnce: number;
  /** Begins after the round of this number; null and left out: with the first. */
  beyond?: number | null;
}

/** Rounds one after the other, each with its number. A record that does not open is passed over. */
export async function* walkRounds(
  { database, seal }: History,
  walk: Walk,
): AsyncGenerator<{ number: number; round: Round }> {
  if (seal === null) return;
  const openRound = createRoundOpener(database, seal);
  let last = walk.beyond ?? null;
  for (;;) {
    const records = await readBeyond(database, last, walk);
    const rounds = await Promise.all(records.map(({ sealed }) => openRound(sealed)));
    for (const [index, { number }] of records.entries()) {
      const round = rounds[index];
      if (round !== undefined) yield { number, round };
      last = number;
    }
    if (records.length < walk.atOnce) return;
  }
}

/** The next records, sealed as they are. */
export async function readBeyond(
  database: HistoryDatabase,
  last: number | null,
  { from, atOnce }: Walk,
): Promise<{ number: number; sealed: Sealed }[]> {
  const { store } = database.transaction('sealedRounds');
  if (from === 'oldest') {
    const range = last === null ? null : IDBKeyRange.lowerBound(last, true);
    const [numbers, sealed] = await Promise.all([
      store.getAllKeys(range, atOnce),
      store.getAll(range, atOnce),
    ]);
    return numbers.map((number, index) => ({ number, sealed: sealed[index] as Sealed }));
  }
  const records: { number: number; sealed: Sealed }[] = [];
  const range = last === null ? null : IDBKeyRange.upperBound(last, true);
  let cursor = await store.openCursor(range, 'prev');
  while (cursor !== null) {
    records.push({ number: cursor.primaryKey, sealed: cursor.value });
    if (records.length === atOnce) break;
    cursor = await cursor.continue();
  }
  return records;
}
