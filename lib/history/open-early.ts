import { openDB } from 'idb';
import { type HistoryDatabase, type OpenNamed, openDatabase } from './connection.ts';
import { readAhead } from './latest.ts';
import { databaseVersion } from './migrations.ts';
import type { HistorySchema } from './schema.ts';

/**
 * Begins at once to open the database that is most likely asked for, so that a page need not wait until it knows which
 * one that is. Until then it only looks: it creates nothing, migrates nothing, and closes what turns out to be another.
 * @returns what opens a database in the place of `openDatabase`
 */
export function openEarly(guess: string): OpenNamed {
  let begun: Early | undefined = begin(guess);
  return async (name, onClosed) => {
    const early = begun;
    begun = undefined;
    return (await early?.take(name, onClosed)) ?? openDatabase(name, onClosed);
  };
}

interface Early {
  /** Null where it is not the one, is not there, has another version, or was closed meanwhile. */
  take(name: string, onClosed: () => void): Promise<HistoryDatabase | null>;
}

function begin(guess: string): Early {
  let isClosed = false;
  let onClosed = () => {
    isClosed = true;
  };
  const opening = openDB<HistorySchema>(guess, undefined, {
    upgrade(_database, _old, _new, transaction) {
      // It is not there.
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
    blocking(_current, _blocked, event) {
      // Another of our pages waits to upgrade the database, or the worker to delete it.
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: () => onClosed(),
  }).catch(() => null);
  void opening.then((database) => {
    if (database?.version === databaseVersion) readAhead(database);
  });
  return {
    async take(name, listener) {
      const database = await opening;
      if (database === null || isClosed) return null;
      if (name !== guess || database.version !== databaseVersion) {
        database.close();
        return null;
      }
      onClosed = listener;
      return database;
    },
  };
}
