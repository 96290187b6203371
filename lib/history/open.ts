import { type IDBPDatabase, openDB } from 'idb';
import { databaseVersion, migrations } from './migrations.ts';
import { databaseName, type HistorySchema } from './schema.ts';

export type History = IDBPDatabase<HistorySchema>;

/**
 * Opens the history, bringing an older database up to date step by step. Rejects with a
 * `VersionError` where a newer version of the extension has written it; nothing is changed then.
 * @param onClosed the connection is of no use any more
 */
export function openHistory(onClosed: () => void = () => undefined): Promise<History> {
  return openDB<HistorySchema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      for (const step of migrations.slice(oldVersion)) step(database, transaction as never);
    },
    blocking(_current, _blocked, event) {
      // Another page of ours wants to upgrade: make room for it.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

/**
 * The history, opened anew where its connection is gone: Chromium closes it for good where the disk is
 * full, and there may be room again later.
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
