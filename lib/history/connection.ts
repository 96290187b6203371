import { type IDBPDatabase, openDB } from 'idb';
import { databaseVersion, migrations } from './migrations.ts';
import { databaseName, type HistorySchema } from './schema.ts';

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** Opens the database of a name; `onClosed` is called once the connection is closed and unusable. */
export type OpenNamed = (name: string, onClosed: () => void) => Promise<HistoryDatabase>;

/** A connection that opens when it is needed. */
export interface Connection {
  /** Opens the database of that name, in place of one of another name. */
  open(name: string): Promise<HistoryDatabase>;
  close(): Promise<void>;
}

/**
 * Keeps the database open, and opens it again after its connection was lost: Chromium closes it for good when
 * the disk is full, which may pass.
 * @param onLost called once the browser, or another page's wish, has closed it
 */
export function createConnection(
  onLost: () => void = () => undefined,
  openNamed: OpenNamed = openDatabase,
): Connection {
  let current: { name: string; database: Promise<HistoryDatabase> } | undefined;

  async function close() {
    const closing = current?.database;
    current = undefined;
    (await closing?.catch(() => undefined))?.close();
  }

  function openAnew(name: string): Promise<HistoryDatabase> {
    const forget = () => {
      if (current?.database !== database) return;
      current = undefined;
      onLost();
    };
    const database = openNamed(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return database;
  }

  return {
    open(name) {
      if (current?.name === name) return current.database;
      void close();
      current = { name, database: openAnew(name) };
      return current.database;
    },
    close,
  };
}

/**
 * Opens the database and migrates an older one step by step. Rejects with a `VersionError`, and changes nothing,
 * where a newer version of the extension wrote it.
 * @param onClosed called once the connection is closed and unusable
 */
export function openDatabase(
  name: string = databaseName,
  onClosed: () => void = () => undefined,
): Promise<HistoryDatabase> {
  return openDB<HistorySchema>(name, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      for (const step of migrations.slice(oldVersion)) step(database, transaction as never);
    },
    blocked: () => console.warn('The history waits for another page to close it.'),
    blocking(_current, _blocked, event) {
      // Another of our pages waits to upgrade the database, or the worker to delete it.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
