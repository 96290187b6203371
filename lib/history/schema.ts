import type { DBSchema } from 'idb';
import type { JournalEntry } from '../model/journal.ts';
import type { Round } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';

export const databaseName = 'dozvon';

/** Version 1 of the database. Older shapes live on only in the migrations that leave them behind. */
export interface HistorySchema extends DBSchema {
  /** Finished rounds, as exported. */
  rounds: { key: string; value: Round; indexes: { startedAt: string } };
  /** What is remembered of each service from round to round. */
  standings: { key: string; value: Standing };
  /** The round that is running, entry by entry; empty between rounds. */
  journal: { key: number; value: JournalEntry };
  /** Single facts by name. */
  facts: { key: FactName; value: string };
}

/**
 * `lastFullAt`: when every target was last probed, ISO 8601 UTC; `lastRoute`: what the last look at the
 * route came to, as JSON.
 */
export type FactName = 'lastFullAt' | 'lastRoute';
