import type { OutboxDatabase } from './database.ts';

/** A month at an interval of 15 minutes. */
export const mostWaiting = 3000;

/**
 * Has a round wait; no change if it does. The oldest round makes room where too many wait, and is counted. Apart from
 * the outbox, as the background worker needs nothing else of it.
 */
export async function addWaiting(
  database: OutboxDatabase,
  { id, startedAt }: { id: string; startedAt: string },
): Promise<void> {
  const transaction = database.transaction(['waiting', 'status'], 'readwrite');
  const waiting = transaction.objectStore('waiting');
  if ((await waiting.getKey(id)) === undefined) {
    await waiting.put({ id, startedAt });
    if ((await waiting.count()) > mostWaiting) {
      await (await waiting.index('startedAt').openCursor())?.delete();
      const store = transaction.objectStore('status');
      const status = await store.get('status');
      await store.put({ ...status, dropped: (status?.dropped ?? 0) + 1 }, 'status');
    }
  }
  await transaction.done;
}
