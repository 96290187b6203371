import type { DBSchema } from 'idb';
import type { JournalEntry } from '../model/journal.ts';
import type { Round } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';

export const databaseName = 'dozvon';

/** Version 1 of the database. Only migrations know older shapes. */
export interface HistorySchema extends DBSchema {
  /** Finished rounds, as exported. */
  rounds: { key: string; value: Round; indexes: { startedAt: string } };
  /** By service. */
  standings: { key: string; value: Standing };
  /** Entries of the running round; empty between rounds. */
  journal: { key: number; value: JournalEntry };
  /** Single facts by name. */
  facts: { key: FactName; value: string };
}

/**
 * `lastFullAt`: start of the last full round, ISO 8601 UTC; `lastRoute`: the last result of checking the route,
 * as JSON.
 */
export type FactName = 'lastFullAt' | 'lastRoute';
