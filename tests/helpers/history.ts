import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach } from 'vitest';
import { type HistoryDatabase, openDatabase } from '../../lib/history/connection.ts';
import type { WritableHistory } from '../../lib/history/open.ts';
import type { KeyKeeper } from '../../lib/history/own-history.ts';
import { databaseName } from '../../lib/history/schema.ts';
import { createSeal, type HistoryKeys, newKey, type Seal } from '../../lib/history/seal.ts';

/** Opens histories for the tests of one file, all under one key, and deletes the database after each test. */
export function useHistory(): () => Promise<WritableHistory> {
  const opened: HistoryDatabase[] = [];
  const key = newKey();
  afterEach(async () => {
    for (const database of opened.splice(0)) database.close();
    await deleteDB(databaseName);
  });
  return async () => {
    const database = await openDatabase();
    opened.push(database);
    return { database, seal: await aSeal(key) };
  };
}

export async function aSeal(key = newKey()): Promise<Seal> {
  return (await createSeal({ current: key, former: null })) as Seal;
}

/** Keys in memory, and all that were ever saved. */
export function someKeys(): KeyKeeper & { saved: HistoryKeys[] } {
  const saved: HistoryKeys[] = [];
  return {
    saved,
    read: async () => saved.at(-1) ?? { current: null, former: null },
    save: async (keys) => void saved.push(keys),
  };
}
