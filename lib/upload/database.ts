import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { UploadStatus } from './status.ts';

/** A round that was not sent yet, or in part only. What it holds stays in the history alone, sealed. */
export interface WaitingRound {
  id: string;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** Parts (`UploadRequest.part`) that need not be sent any more; left out without any. */
  done?: readonly string[];
  /** True where the endpoint takes none of a part. */
  incomplete?: boolean;
}

export interface OutboxSchema extends DBSchema {
  waiting: { key: string; value: WaitingRound; indexes: { startedAt: string } };
  /** What differs from `noUploadStatus`. */
  status: { key: 'status'; value: Partial<UploadStatus> };
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>;

export const outboxDatabase = 'dozvon-outbox';

export function openOutboxDatabase(): Promise<OutboxDatabase> {
  return openDB<OutboxSchema>(outboxDatabase, 1, {
    upgrade(database) {
      database
        .createObjectStore('waiting', { keyPath: 'id' })
        .createIndex('startedAt', 'startedAt');
      database.createObjectStore('status');
    },
    // There is one version, and each use opens it anew: it is never blocked, and nothing is to do where it is closed.
    blocking(_current, _blocked, event) {
      // Another context waits to delete the outbox.
      (event.target as IDBDatabase).close();
    },
  });
}

/** Forgets what waits, and what became of the rest. */
export function deleteOutbox(): Promise<void> {
  return deleteDB(outboxDatabase, {
    blocked: () => console.warn('Waits to delete', outboxDatabase),
  });
}
