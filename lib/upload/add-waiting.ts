import type { OutboxDatabase } from './database.ts';

/** A month at an interval of 15 minutes. */
const mostWaiting = 3000;

/**
 * Has a round wait; no change if it does. The oldest round makes room where too many wait, and is counted. Apart from
 * the outbox, as the background worker needs nothing else of it.
 * @returns whether it did not wait before
 */
export async function addWaiting(
  database: OutboxDatabase,
  { id, startedAt }: { id: string; startedAt: string },
): Promise<boolean> {
  // The round is then recorded with the same durability.
  const transaction = database.transaction(['waiting', 'status'], 'readwrite', {
    durability: 'strict',
  });
  const waiting = transaction.objectStore('waiting');
  const isNew = (await waiting.getKey(id)) === undefined;
  if (isNew) {
    await waiting.put({ id, startedAt });
    if ((await waiting.count()) > mostWaiting) {
      await (await waiting.index('startedAt').openCursor())?.delete();
      const store = transaction.objectStore('status');
      const status = await store.get('status');
      await store.put({ ...status, dropped: (status?.dropped ?? 0) + 1 }, 'status');
    }
  }
  await transaction.done;
  return isNew;
}
