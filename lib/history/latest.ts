import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import { lastRoute, readFact } from './facts.ts';
import type { History } from './open.ts';

/** What the popup shows, in one record. */
export interface Latest {
  /** The one that was recorded last; null before the first. */
  round: Round | null;
  /** The last result of checking the route; null before the first. */
  route: SeenRoute | null;
}

/** One read, and as quick with a year of rounds as with one. */
export async function readLatest(history: History): Promise<Latest> {
  return (await readFact<Latest>(history, 'latest')) ?? readOneByOne(history);
}

/** As versions before 3 of the database kept them. */
async function readOneByOne(history: History): Promise<Latest> {
  // The popup is not to load for its first paint what opens all rounds.
  const { latestRound } = await import('./rounds.ts');
  return { round: await latestRound(history), route: await lastRoute(history) };
}
