import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { Standing } from '../model/standing.ts';
import type { History } from './open.ts';

export interface FinishedRound {
  round: Round;
  standings: readonly Standing[];
  /** Whether every target was planned. */
  full: boolean;
}

/** Writes a round with its standings and facts and clears its journal, in one transaction. */
export async function recordRound(history: History, finished: FinishedRound): Promise<void> {
  const transaction = history.transaction(
    ['rounds', 'standings', 'journal', 'facts'],
    'readwrite',
    { durability: 'strict' },
  );
  const { done } = transaction;
  try {
    await transaction.objectStore('rounds').put(finished.round);
    for (const one of finished.standings) await transaction.objectStore('standings').put(one);
    await transaction.objectStore('journal').clear();
    if (finished.full) {
      await transaction.objectStore('facts').put(finished.round.startedAt, 'lastFullAt');
    }
    const { startedAt: at, routing } = finished.round;
    if (routing.signals.length > 0) {
      const seen: SeenRoute = { at, routing };
      await transaction.objectStore('facts').put(JSON.stringify(seen), 'lastRoute');
    }
    await done;
  } catch (error) {
    abort(transaction);
    await done.catch(() => undefined);
    throw error;
  }
}

/** A write that throws when requested does not abort its transaction by itself. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // The transaction has already ended.
  }
}

export async function latestRound(history: History): Promise<Round | null> {
  const cursor = await history
    .transaction('rounds')
    .store.index('startedAt')
    .openCursor(null, 'prev');
  return cursor?.value ?? null;
}

export async function findRound(history: History, id: string): Promise<Round | null> {
  return (await history.get('rounds', id)) ?? null;
}

/** The newest rounds, newest first. */
export async function recentRounds(history: History, limit: number): Promise<Round[]> {
  const rounds: Round[] = [];
  let cursor = await history
    .transaction('rounds')
    .store.index('startedAt')
    .openCursor(null, 'prev');
  while (cursor !== null && rounds.length < limit) {
    rounds.push(cursor.value);
    cursor = await cursor.continue();
  }
  return rounds;
}

/** Every round, oldest first. */
export function allRounds(history: History): Promise<Round[]> {
  return history.getAllFromIndex('rounds', 'startedAt');
}

export async function readStandings(history: History): Promise<Map<string, Standing>> {
  const standings = await history.getAll('standings');
  return new Map(standings.map((one) => [one.service, one]));
}

/** ISO 8601 UTC; null without a full round. */
export async function lastFullAt(history: History): Promise<string | null> {
  return (await history.get('facts', 'lastFullAt')) ?? null;
}

/** Null where no round has checked the route yet. */
export async function lastRoute(history: History): Promise<SeenRoute | null> {
  const text = await history.get('facts', 'lastRoute');
  return text === undefined ? null : (JSON.parse(text) as SeenRoute);
}
