import { openOutboxDatabase } from './database.ts';

/** Lets what waits be sent at once, as what kept it waiting may be mended. */
export async function tryAnew(): Promise<void> {
  const database = await openOutboxDatabase();
  try {
    const transaction = database.transaction('status', 'readwrite');
    const status = await transaction.store.get('status');
    await transaction.store.put({ ...status, notBefore: null, held: {}, failures: 0 }, 'status');
    await transaction.done;
  } finally {
    database.close();
  }
}
