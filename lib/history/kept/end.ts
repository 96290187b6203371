import type { HistoryDatabase } from '../connection.ts';
import type { Sealed } from '../seal.ts';
import { lastNumberOf, type RoundStore } from './piece.ts';
import { walkPieces } from './read-pieces.ts';

/** A transaction over all of `roundStores`, and over others. */
interface OverRounds {
  objectStore(name: RoundStore): {
    openKeyCursor(query: null, direction: 'prev'): Promise<{ primaryKey: number } | null>;
  };
}

/** Number of the last round; 0 without any. */
export async function lastNumberIn(transaction: OverRounds): Promise<number> {
  const single = await lastOf(transaction, 'sealedRounds');
  // Bundles lie before. Without need they are not asked for: that would take long within the write of a round.
  return single > 0 ? single : Math.max(single, await lastOf(transaction, 'sealedBundles'));
}

async function lastOf(transaction: OverRounds, store: RoundStore): Promise<number> {
  const last = await transaction.objectStore(store).openKeyCursor(null, 'prev');
  return last === null ? 0 : lastNumberOf({ store, key: last.primaryKey });
}

/** The record that holds the last round, with that one's number; null without any. */
export async function readLast(
  database: HistoryDatabase,
): Promise<{ number: number; record: Sealed } | null> {
  for await (const [last] of walkPieces(database, { from: 'newest', atOnce: 1 })) {
    return last ? { number: lastNumberOf(last), record: last.record } : null;
  }
  return null;
}
