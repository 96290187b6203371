import { type IDBPDatabase, openDB } from 'idb';
import { databaseVersion, migrations } from './migrations.ts';
import { databaseName, type HistorySchema } from './schema.ts';

export type History = IDBPDatabase<HistorySchema>;

/**
 * Opens the history and migrates an older database step by step. Rejects with a `VersionError`, and changes
 * nothing, where a newer version of the extension wrote it.
 * @param onClosed called once the connection is closed and unusable
 */
export function openHistory(onClosed: () => void = () => undefined): Promise<History> {
  return openDB<HistorySchema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      for (const step of migrations.slice(oldVersion)) step(database, transaction as never);
    },
    blocking(_current, _blocked, event) {
      // Another of our pages waits to upgrade the database.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

/**
 * Returns the open history, and opens it again after its connection was lost: Chromium closes it for good when
 * the disk is full, which may pass.
 */
export function createHistory(): () => Promise<History> {
  let current: Promise<History> | undefined;
  function forget() {
    current = undefined;
  }
  return () => {
    current ??= openHistory(forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return current;
  };
}
