import type { Round } from '../model/round.ts';
import type { SeenRoute } from '../model/route.ts';
import type { Standing } from '../model/standing.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { sealRound } from './codec/dictionaries.ts';
import { lastRoute, readStandings } from './facts.ts';
import { addToDraft, newDraft } from './index/draft.ts';
import { isIndexed, isStillAt, type Place, readPlace } from './index/place.ts';
import { createIndexSource } from './index/source.ts';
import { sealDraft } from './index/store.ts';
import { putOf } from './kept/single.ts';
import { walkRounds } from './kept/walk.ts';
import type { Latest } from './latest.ts';
import type { History, WritableHistory } from './open.ts';
import { putAll, type SealedTransaction, type Write } from './put-all.ts';
import { type FactName, sealedStores } from './schema.ts';

export interface FinishedRound {
  round: Round;
  standings: readonly Standing[];
  /** Whether every target was planned. */
  full: boolean;
}

/**
 * Writes a round with its standings and facts, adds it to the index and clears its journal, in one transaction.
 * Replaces the latest round where it has the same id: its states may have been recorded before its labels.
 * @param anew asked before another try, as the history may have moved to another key meanwhile, and without an exit
 */
export async function recordRound(
  history: WritableHistory,
  finished: FinishedRound,
  anew: () => Promise<Recording> = async () => ({ history, finished }),
): Promise<void> {
  let recording: Recording = { history, finished };
  while (!(await tryToRecord(recording, anew))) recording = await anew();
}

/** A round, and where it is to be written. */
export interface Recording {
  history: WritableHistory;
  finished: FinishedRound;
}

/** False where another write came between what was read and this one. */
async function tryToRecord(
  { history, finished }: Recording,
  anew: () => Promise<Recording>,
): Promise<boolean> {
  const place = await readPlace(history);
  // Under a key that is gone nothing could be read, neither what is there nor this round.
  if (place.isUnreadable && (await anew()).history.seal !== history.seal) return false;
  const [{ number, index }, record, facts] = await Promise.all([
    sealIndex(history, place, finished.round),
    sealRound(history.seal, finished.round),
    sealFacts(history, finished),
  ]);
  const writes: Write[] = [putOf(number, record), ...facts, ...index];
  const transaction = history.database.transaction(sealedStores, 'readwrite', {
    durability: 'strict',
  });
  try {
    await allOrNothing(transaction, async () => {
      // Requests are answered in their order, and a wait for each would take longer than the writes.
      const [isSame] = await Promise.all([
        isStillAt(transaction, place),
        putAll(transaction, writes),
        clearJournalIn(transaction),
      ]);
      if (!isSame) throw new AnotherWrite();
    });
  } catch (error) {
    if (error instanceof AnotherWrite) return false;
    throw error;
  }
  return true;
}

/** Undoes a write that began with what another has changed. */
class AnotherWrite extends Error {}

async function clearJournalIn(transaction: SealedTransaction): Promise<void> {
  await transaction.objectStore('sealedJournal').clear();
}

/** The round's number, and what its index is to hold. */
async function sealIndex(
  history: WritableHistory,
  place: Place,
  round: Round,
): Promise<{ number: number; index: Write[] }> {
  const { index, last } = place;
  const next = Math.max(last, index.through) + 1;
  if (!isIndexed(place)) {
    // Earlier rounds come into the index first (`index/index-rounds.ts`).
    return { number: (await latestRound(history))?.id === round.id ? last : next, index: [] };
  }
  const number = index.roundId === round.id && last === index.through ? last : next;
  const draft = newDraft(createIndexSource(history), index);
  await addToDraft(draft, number, round);
  return { number, index: await sealDraft(history.seal, draft) };
}

async function sealFacts(
  history: WritableHistory,
  { round, standings, full }: FinishedRound,
): Promise<Write[]> {
  const { startedAt: at, routing } = round;
  const [all, known] = await Promise.all([readStandings(history), lastRoute(history)]);
  for (const one of standings) all.set(one.service, one);
  const seen: SeenRoute | undefined = routing.signals.length > 0 ? { at, routing } : undefined;
  const latest: Latest = { round, route: seen ?? known };
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
        async ([key, fact]): Promise<Write> => ({
          store: 'sealedFacts',
          key,
          record: await history.seal.closeAsIs(fact),
        }),
      ),
  );
}

export async function latestRound(history: History): Promise<Round | null> {
  const [round = null] = await recentRounds(history, 1);
  return round;
}

/** @param near the number that it had when it was last seen */
export async function findRound(
  history: History,
  id: string,
  near?: number,
): Promise<Round | null> {
  if (near !== undefined) {
    const beyond = near + 1;
    for await (const { round } of walkRounds(history, { from: 'newest', atOnce: 1, beyond })) {
      if (round.id === id) return round;
      break;
    }
  }
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
