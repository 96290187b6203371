import { type IDBPDatabase, openDB } from 'idb';
import { databaseVersion, migrations } from './migrations.ts';
import { databaseName, type HistorySchema } from './schema.ts';

export type History = IDBPDatabase<HistorySchema>;

/**
 * Opens the history, bringing an older database up to date step by step. Rejects with a
 * `VersionError` where a newer version of the extension has written it; nothing is changed then.
 */
export function openHistory(): Promise<History> {
  return openDB<HistorySchema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      for (const step of migrations.slice(oldVersion)) step(database, transaction as never);
    },
    blocking(_current, _blocked, event) {
      // Another page of ours wants to upgrade: make room for it.
      (event.target as IDBDatabase).close();
    },
  });
}
