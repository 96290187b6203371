import { type HistoryDatabase, openDatabase } from './connection.ts';
import { deleteDatabase } from './delete-database.ts';
import { newDatabaseName } from './places.ts';
import { sealedStores } from './schema.ts';

/**
 * What browsers report where the files of a database are damaged. They report some of it for a moment, too: on a full
 * disk, or where a connection closes.
 */
const damageErrors = ['DataError', 'InvalidStateError', 'NotReadableError', 'UnknownError'];

/** Why a database may be of no use, as an error suggests; null where it is of use, for all that it tells. */
export function suspicionOf(error: unknown): 'newer' | 'damaged' | null {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'VersionError') return 'newer';
  return damageErrors.includes(name) ? 'damaged' : null;
}

/** Opens a database and reads all of it. Null where that works, or fails for a reason that may pass. */
export async function whyUseless(name: string): Promise<'newer' | 'damaged' | null> {
  try {
    const database = await openDatabase(name);
    try {
      for (const store of sealedStores) {
        let cursor = await database.transaction(store).store.openCursor();
        while (cursor !== null) cursor = await cursor.continue();
      }
      return null;
    } finally {
      database.close();
    }
  } catch (error) {
    return suspicionOf(error);
  }
}

/**
 * Makes a new database, and returns its name once something was written and read there. Null where that is not
 * possible either, as on a full disk.
 */
export async function makeDatabase(): Promise<string | null> {
  const name = newDatabaseName();
  try {
    const database = await openDatabase(name);
    await tryOut(database).finally(() => database.close());
    return name;
  } catch (error) {
    console.warn('No new database can be made:', error);
    await deleteDatabase(name).catch(() => undefined);
    return null;
  }
}

async function tryOut(database: HistoryDatabase): Promise<void> {
  const mark = { iv: new ArrayBuffer(12), data: new ArrayBuffer(0) };
  const transaction = database.transaction('sealedFacts', 'readwrite', { durability: 'strict' });
  await transaction.store.put(mark, 'begun');
  await transaction.done;
  await database.get('sealedFacts', 'begun');
}
