import type { Transition } from '../model/transition.ts';
import type { HistoryEntry, KeptTransition } from './entry.ts';
import { openDay } from './index/day-record.ts';
import type { TransitionsRecord } from './index/records.ts';
import { walkRounds } from './kept/walk.ts';
import type { History } from './open.ts';
import { type RoundSummary, summaryOf } from './rollup/summary.ts';
import type { Seal, Sealed } from './seal.ts';

const atOnce = 32;

/**
 * What is kept of every round, in the order of recording; of those that had no room, their summaries. Days without
 * any round are read too.
 * @param beyond begins after the round of this number; null: with the first
 */
export async function* readEntries(
  history: History,
  beyond: number | null = null,
): AsyncGenerator<HistoryEntry> {
  const rounds = walkRounds(history, { from: 'oldest', atOnce, beyond });
  const summaries = createCursor(readSummaries(history), beyond);
  const transitions = createCursor(readTransitions(history), beyond);

  async function changesWith(number: number): Promise<KeptTransition[]> {
    const kept: KeptTransition[] = [];
    for await (const { number: of, day: _day, ...one } of transitions.before(number + 1)) {
      // Those of rounds of which nothing else is left go.
      if (of === number) kept.push(one);
    }
    return kept;
  }

  async function* gone(before: number): AsyncGenerator<HistoryEntry> {
    for await (const { number, ...summary } of summaries.before(before)) {
      yield { round: null, summary, transitions: await changesWith(number) };
    }
  }

  for await (const { number, round } of rounds) {
    yield* gone(number);
    // Its own.
    await summaries.before(number + 1).next();
    const { number: _number, ...summary } = summaryOf(number, round);
    yield { round, summary, transitions: await changesWith(number) };
  }
  yield* gone(Number.POSITIVE_INFINITY);
}

async function* readSummaries(history: History): AsyncGenerator<RoundSummary> {
  for await (const { rounds } of recordsOf(history, 'sealedDays', openDay)) yield* rounds;
}

async function* readTransitions(history: History): AsyncGenerator<Transition> {
  const open = (seal: Seal, sealed: Sealed) => seal.open<TransitionsRecord>(sealed);
  for await (const { transitions } of recordsOf(history, 'sealedTransitions', open)) {
    yield* transitions;
  }
}

async function* recordsOf<Kept>(
  { database, seal }: History,
  store: 'sealedDays' | 'sealedTransitions',
  open: (seal: Seal, sealed: Sealed) => Promise<Kept | undefined>,
): AsyncGenerator<Kept> {
  if (seal === null) return;
  for (const key of await database.getAllKeys(store)) {
    const sealed = await database.get(store, key);
    const record = sealed && (await open(seal, sealed));
    if (record !== undefined) yield record;
  }
}

/** Where it stands in numbered things, which are taken in the order of their numbers. */
function createCursor<Numbered extends { number: number }>(
  source: AsyncGenerator<Numbered>,
  beyond: number | null,
): { before(number: number): AsyncGenerator<Numbered> } {
  let next: IteratorResult<Numbered, unknown> | undefined;
  return {
    async *before(number) {
      next ??= await source.next();
      while (next.done !== true && next.value.number < number) {
        const { value } = next;
        next = await source.next();
        if (beyond === null || value.number > beyond) yield value;
      }
    },
  };
}
