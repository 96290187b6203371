import type { DBSchema } from 'idb';
import type { JournalEntry } from '../model/journal.ts';
import type { Round } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';
import type { Sealed } from './seal.ts';

export const databaseName = 'dozvon';

/**
 * Version 4 of the database. Outside the cipher it tells nothing but order: the stores of records are numbered,
 * and the facts have names that are the same for everybody.
 */
export interface HistorySchema extends DBSchema {
  /** Finished rounds in the order of recording: records of `codec/round-record.ts`. */
  sealedRounds: { key: number; value: Sealed };
  /** Earlier ones, some in a record (`kept/bundle.ts`): many small records take more room. */
  sealedBundles: { key: number; value: Sealed };
  /** Texts that rounds are compressed against, in the order of writing. */
  sealedDictionaries: { key: number; value: Sealed };
  /** What rounds add up to (`index/records.ts`), numbered in the order of writing. */
  sealedDays: { key: number; value: Sealed };
  sealedMonths: { key: number; value: Sealed };
  sealedTransitions: { key: number; value: Sealed };
  /** Entries of the running round; empty between rounds. */
  sealedJournal: { key: number; value: Sealed };
  /** Single facts by name. */
  sealedFacts: { key: FactName; value: Sealed };

  /** The stores of version 1, in plain; empty once the worker has sealed what they held. */
  rounds: { key: string; value: Round; indexes: { startedAt: string } };
  standings: { key: string; value: Standing };
  journal: { key: number; value: JournalEntry };
  facts: { key: 'lastFullAt' | 'lastRoute'; value: string };
}

/** Beside the rounds, and what these are made of. */
export const otherSealedStores = [
  'sealedDays',
  'sealedMonths',
  'sealedTransitions',
  'sealedJournal',
  'sealedFacts',
] as const;

export const sealedStores = [
  'sealedRounds',
  'sealedBundles',
  'sealedDictionaries',
  ...otherSealedStores,
] as const;

export const plainStores = ['rounds', 'standings', 'journal', 'facts'] as const;

/**
 * `standings`: those of all services; `lastFullAt`: start of the last full round, ISO 8601 UTC; `lastRoute`: the
 * last result of checking the route; `latest`: what the popup shows; `index`: where the index of rounds ends; `begun`:
 * when the database was begun, ISO 8601 UTC: where there is a key and not this, the browser has deleted the database;
 * `omissions`: what is to be left out while the history is written anew; `alerts`: what the person was told of;
 * `notes`: what the person noted; `landmarks`: which landmarks ever answered (`lib/routing/health.ts`).
 */
export type FactName =
  | 'standings'
  | 'lastFullAt'
  | 'lastRoute'
  | 'latest'
  | 'index'
  | 'begun'
  | 'omissions'
  | 'alerts'
  | 'notes'
  | 'landmarks';
