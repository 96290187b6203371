import type { HistoryFacts } from './build.ts';
import { lastFullAt, lastRoute, readStandings } from './facts.ts';
import { readIndex } from './index/store.ts';
import { readNotes } from './notes.ts';
import type { History } from './open.ts';

/** What a history knows besides its entries. */
export async function readHistoryFacts(history: History): Promise<HistoryFacts> {
  const [standings, fullAt, route, { states }, notes] = await Promise.all([
    readStandings(history),
    lastFullAt(history),
    lastRoute(history),
    readIndex(history),
    readNotes(history),
  ]);
  return {
    standings: [...standings.values()],
    lastFullAt: fullAt,
    lastRoute: route,
    ...(notes.length > 0 && { notes }),
    states,
  };
}
