import type { Round } from '../model/round.ts';

/** What a page of the dashboard reads of the history when it is opened. */
export interface HistoryQueries {
  /** Null where the history has no such check. */
  readRound: (id: string) => Promise<Round | null>;
}
