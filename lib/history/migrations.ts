import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { HistorySchema } from './schema.ts';

type Upgrade = (
  database: IDBPDatabase<HistorySchema>,
  transaction: IDBPTransaction<HistorySchema, ArrayLike<never>, 'versionchange'>,
) => void;

/**
 * Step n leads from version n to n + 1. Steps are only ever added: one that has been released is
 * never edited. A step may await nothing but the database.
 */
export const migrations: Upgrade[] = [
  (database) => {
    const rounds = database.createObjectStore('rounds', { keyPath: 'id' });
    rounds.createIndex('startedAt', 'startedAt');
    database.createObjectStore('standings', { keyPath: 'service' });
    database.createObjectStore('journal', { autoIncrement: true });
    database.createObjectStore('facts');
  },
  (database) => {
    for (const store of ['sealedRounds', 'sealedJournal'] as const) {
      database.createObjectStore(store, { autoIncrement: true });
    }
    database.createObjectStore('sealedFacts');
  },
  (database) => {
    const stores = [
      'sealedDictionaries',
      'sealedDays',
      'sealedMonths',
      'sealedTransitions',
    ] as const;
    for (const store of stores) database.createObjectStore(store);
  },
  (database) => {
    database.createObjectStore('sealedBundles');
  },
];

export const databaseVersion = migrations.length;
