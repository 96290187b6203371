import type { Round } from '../model/round.ts';
import { createRoundOpener } from './codec/open-rounds.ts';
import type { HistoryDatabase } from './connection.ts';
import type { History } from './open.ts';
import type { Sealed } from './seal.ts';

interface Walk {
  from: 'oldest' | 'newest';
  /** Rounds that are read and opened together. */
  atOnce: number;
}

/** Rounds one after the other, each with its number. A record that does not open is passed over. */
export async function* walkRounds(
  { database, seal }: History,
  walk: Walk,
): AsyncGenerator<{ number: number; round: Round }> {
  if (seal === null) return;
  const openRound = createRoundOpener(database, seal);
  let last: number | null = null;
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

async function readBeyond(
  database: HistoryDatabase,
  last: number | null,
  { from, atOnce }: Walk,
): Promise<{ number: number; sealed: Sealed }[]> {
  const bound = from === 'oldest' ? 'lowerBound' : 'upperBound';
  const range = last === null ? null : IDBKeyRange[bound](last, true);
  const records: { number: number; sealed: Sealed }[] = [];
  let cursor = await database
    .transaction('sealedRounds')
    .store.openCursor(range, from === 'oldest' ? 'next' : 'prev');
  while (cursor !== null) {
    records.push({ number: cursor.primaryKey, sealed: cursor.value });
    if (records.length === atOnce) break;
    cursor = await cursor.continue();
  }
  return records;
}
