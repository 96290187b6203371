import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { HistoryDatabase } from './connection.ts';
import { lastRoute, readFact } from './facts.ts';
import type { History } from './open.ts';
import type { Sealed } from './seal.ts';

/** What the popup shows, in one record. */
export interface Latest {
  /** The one that was recorded last; null before the first. */
  round: Round | null;
  /** The last result of checking the route; null before the first. */
  route: SeenRoute | null;
}

/** Records that were asked for before their key was known. */
const ahead = new WeakMap<HistoryDatabase, Promise<Sealed | undefined>>();

/** Asks for the record, which the next `readLatest` opens. */
export function readAhead(database: HistoryDatabase): void {
  const record = database.get('sealedFacts', 'latest');
  record.catch(() => undefined);
  ahead.set(database, record);
}

/** One read, and as quick with a year of rounds as with one. */
export async function readLatest(history: History): Promise<Latest> {
  const { database, seal } = history;
  const asked = ahead.get(database);
  ahead.delete(database);
  const record = await asked;
  const latest = record ? seal?.open<Latest>(record) : readFact<Latest>(history, 'latest');
  return (await latest) ?? readOneByOne(history);
}

/** As versions before 3 of the database kept them. */
async function readOneByOne(history: History): Promise<Latest> {
  // The popup is not to load for its first paint what opens all rounds.
  const { latestRound } = await import('./rounds.ts');
  return { round: await latestRound(history), route: await lastRoute(history) };
}
