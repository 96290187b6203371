import type { History } from '../../history/open.ts';
import { findRound } from '../../history/rounds.ts';
import type { HistoryQueries } from '../../view/history-queries.ts';

export function createHistoryQueries(history: () => Promise<History>): HistoryQueries {
  return {
    readRound: async (id) => findRound(await history(), id),
  };
}
