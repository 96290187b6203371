import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';

/** What pages read of a history without a check. */
export const noHistory: HistoryQueries = {
  readBars: async () => [],
  readChanges: async () => [],
  readChecks: async () => [],
  readSeenStates: async () => [],
  readKnownServices: async () => [],
  readNotes: async () => [],
  readFirstCheck: async () => null,
  readEvents: async () => ({ country: null, events: [], reviewed: '2026-11-26' }),
  readRound: async () => null,
  countRounds: async () => 0,
  readServices: async () => [],
};
