import type { HistoryQueries } from '../../lib/view/history-queries.ts';

/** What pages read of a history without a check. */
export const noHistory: HistoryQueries = {
  readBars: async () => [],
  readChanges: async () => [],
  readChecks: async () => [],
  readSeenStates: async () => [],
  readKnownServices: async () => [],
  readRound: async () => null,
  countRounds: async () => 0,
  readServices: async () => [],
};
