import type { HistoryDatabase } from '../connection.ts';
import type { Sealed } from '../seal.ts';

/** The stores that hold rounds. */
export const roundStores = ['sealedRounds'] as const;

/** A transaction over all of `roundStores`, and over others. */
interface OverRounds {
  objectStore(name: 'sealedRounds'): {
    openKeyCursor(query: null, direction: 'prev'): Promise<{ primaryKey: number } | null>;
  };
}

/** Number of the last round; 0 without any. */
export async function lastNumberIn(transaction: OverRounds): Promise<number> {
  const last = await transaction.objectStore('sealedRounds').openKeyCursor(null, 'prev');
  return last?.primaryKey ?? 0;
}

/** The record that holds the last round, with that one's number; null without any. */
export async function readLast(
  database: HistoryDatabase,
): Promise<{ number: number; record: Sealed } | null> {
  const last = await database.transaction('sealedRounds').store.openCursor(null, 'prev');
  return last && { number: last.primaryKey, record: last.value };
}
