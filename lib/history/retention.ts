import type { History } from './open.ts';

/** About 17,000 rounds at the default interval. */
export const keptDays = 180;

/** Deletes rounds that are older than `keptDays`. */
export async function forgetOldRounds(history: History, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000).toISOString();
  const transaction = history.transaction('rounds', 'readwrite');
  let cursor = await transaction.store
    .index('startedAt')
    .openCursor(IDBKeyRange.upperBound(oldest, true));
  while (cursor !== null) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
  await transaction.done;
}
