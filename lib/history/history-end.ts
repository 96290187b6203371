import type { HistoryEnd } from '../model/history-switch.ts';
import type { HistoryDatabase } from './connection.ts';
import { readLast } from './kept/end.ts';

export async function readEnd(database: HistoryDatabase): Promise<HistoryEnd> {
  const last = await readLast(database);
  if (last === null) return { number: 0, mark: '' };
  return { number: last.number, mark: new Uint8Array(last.record.iv).join() };
}
