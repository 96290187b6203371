import type { HistoryEnd } from '../model/history-switch.ts';
import type { HistoryDatabase } from './connection.ts';

export async function readEnd(database: HistoryDatabase): Promise<HistoryEnd> {
  const last = await database.transaction('sealedRounds').store.openCursor(null, 'prev');
  if (last === null) return { number: 0, mark: '' };
  return { number: last.primaryKey, mark: new Uint8Array(last.value.iv).join() };
}
