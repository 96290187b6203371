import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { Standing } from '../model/standing.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { sealRound } from './codec/dictionaries.ts';
import { lastRoute, readStandings } from './facts.ts';
import type { Latest } from './latest.ts';
import type { History, WritableHistory } from './open.ts';
import { type FactName, sealedStores } from './schema.ts';
import type { Sealed } from './seal.ts';
import { walkRounds } from './walk.ts';

export interface FinishedRound {
  round: Round;
  standings: readonly Standing[];
  /** Whether every target was planned. */
  full: boolean;
}

/**
 * Writes a round with its standings and facts and clears its journal, in one transaction. Replaces the latest round
 * where it has the same id: its states may have been recorded before its labels.
 */
export async function recordRound(
  history: WritableHistory,
  finished: FinishedRound,
): Promise<void> {
  const { record, dictionary } = await sealRound(history, finished.round);
  const number = await numberOfLatest(history, finished.round.id);
  const facts = await sealFacts(history, finished);
  const transaction = history.database.transaction(sealedStores, 'readwrite', {
    durability: 'strict',
  });
  await allOrNothing(transaction, async () => {
    await transaction.objectStore('sealedRounds').put(record, number);
    if (dictionary !== null) {
      await transaction.objectStore('sealedDictionaries').put(dictionary.record, dictionary.number);
    }
    for (const [name, fact] of facts) await transaction.objectStore('sealedFacts').put(fact, name);
    await transaction.objectStore('sealedJournal').clear();
  });
}

/** Undefined where the latest round has another id. */
async function numberOfLatest(history: History, id: string): Promise<number | undefined> {
  for await (const { number, round } of walkRounds(history, { from: 'newest', atOnce: 1 })) {
    return round.id === id ? number : undefined;
  }
  return undefined;
}

async function sealFacts(
  history: WritableHistory,
  { round, standings, full }: FinishedRound,
): Promise<[FactName, Sealed][]> {
  const { startedAt: at, routing } = round;
  const all = await readStandings(history);
  for (const one of standings) all.set(one.service, one);
  const seen: SeenRoute | undefined = routing.signals.length > 0 ? { at, routing } : undefined;
  const latest: Latest = { round, route: seen ?? (await lastRoute(history)) };
  const facts: [FactName, unknown][] = [
    ['standings', [...all.values()]],
    ['lastFullAt', full ? at : undefined],
    ['lastRoute', seen],
    ['latest', latest],
  ];
  return Promise.all(
    facts
      .filter(([, fact]) => fact !== undefined)
      .map(
        async ([name, fact]): Promise<[FactName, Sealed]> => [name, await history.seal.close(fact)],
      ),
  );
}

export async function latestRound(history: History): Promise<Round | null> {
  const [round = null] = await recentRounds(history, 1);
  return round;
}

export async function findRound(history: History, id: string): Promise<Round | null> {
  for await (const { round } of walkRounds(history, { from: 'newest', atOnce: 8 })) {
    if (round.id === id) return round;
  }
  return null;
}

/** The newest rounds, newest first. */
export async function recentRounds(history: History, limit: number): Promise<Round[]> {
  const rounds: Round[] = [];
  for await (const { round } of walkRounds(history, { from: 'newest', atOnce: limit })) {
    rounds.push(round);
    if (rounds.length === limit) break;
  }
  return rounds;
}

/** Every round, in the order of recording. */
export async function allRounds(history: History): Promise<Round[]> {
  const rounds: Round[] = [];
  for await (const { round } of walkRounds(history, { from: 'oldest', atOnce: 64 })) {
    rounds.push(round);
  }
  return rounds;
}
