import { type IDBPDatabase, openDB } from 'idb';
import { databaseVersion, migrations } from './migrations.ts';
import { databaseName, type HistorySchema } from './schema.ts';

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** A connection that opens when it is needed. */
export interface Connection {
  open(): Promise<HistoryDatabase>;
  close(): Promise<void>;
}

/**
 * Keeps the database open, and opens it again after its connection was lost: Chromium closes it for good when
 * the disk is full, which may pass.
 */
export function createConnection(): Connection {
  let current: Promise<HistoryDatabase> | undefined;
  function forget() {
    current = undefined;
  }
  return {
    open() {
      current ??= openDatabase(forget).catch((error: unknown) => {
        forget();
        throw error;
      });
      return current;
    },
    async close() {
      const closing = current;
      forget();
      (await closing?.catch(() => undefined))?.close();
    },
  };
}

/**
 * Opens the database and migrates an older one step by step. Rejects with a `VersionError`, and changes nothing,
 * where a newer version of the extension wrote it.
 * @param onClosed called once the connection is closed and unusable
 */
export function openDatabase(onClosed: () => void = () => undefined): Promise<HistoryDatabase> {
  return openDB<HistorySchema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      for (const step of migrations.slice(oldVersion)) step(database, transaction as never);
    },
    blocking(_current, _blocked, event) {
      // Another of our pages waits to upgrade the database, or the worker to delete it.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
