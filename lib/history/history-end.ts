import type { HistoryEnd } from '../model/history-switch.ts';
import type { HistoryDatabase } from './connection.ts';
import { readLast } from './kept/end.ts';

export async function readEnd(database: HistoryDatabase): Promise<HistoryEnd> {
  const [last, notes] = await Promise.all([
    readLast(database),
    // A note that is written meanwhile must not be lost either.
    database.get('sealedFacts', 'notes'),
  ]);
  const mark = [last?.record, notes].map((one) => one && new Uint8Array(one.iv).join()).join(' ');
  return { number: last?.number ?? 0, mark: mark.trim() };
}
