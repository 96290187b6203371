import { allOrNothing } from '../all-or-nothing.ts';
import { type Changes, makeChanges } from '../changes.ts';
import type { WritableHistory } from '../open.ts';
import { monthsAnew, rewriteStore } from '../rewriting/sums-without.ts';
import type { RoundSummary } from '../rollup/summary.ts';
import { isSameRecord } from '../same-record.ts';
import { sealedStores } from '../schema.ts';
import { readPlace } from './place.ts';
import { emptyIndex, type HistoryIndex } from './records.ts';
import { createIndexSource } from './source.ts';
import { sealIndex } from './store.ts';
import { statesAfter } from './transitions.ts';

/**
 * Where the record of the index does not open, makes it anew of its other records: of rounds that had no room, nothing
 * else tells. When a state began, no other record knows of times before. Returns whether it did.
 * @param open asked anew, as a record that does not open may be under a key that came meanwhile
 * @param beforeRepair called once it is found damaged, before anything is written
 */
export async function repairIndex(
  open: () => Promise<WritableHistory>,
  beforeRepair: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const history = await open();
  const { isUnreadable, record } = await readPlace(history);
  const { database, seal } = await open();
  if (!isUnreadable || database !== history.database || seal !== history.seal) return false;
  await beforeRepair();
  const index = await indexOfDays(history);
  const changes = await changesBeyond(history, index);
  changes.writes.push(await sealIndex(seal, index));
  const transaction = database.transaction(sealedStores, 'readwrite');
  let isDone = false;
  await allOrNothing(transaction, async () => {
    isDone = isSameRecord(record, await transaction.objectStore('sealedFacts').get('index'));
    if (isDone) await makeChanges(transaction, changes);
  });
  return isDone;
}

/** It ends with the last day that opens, and is of no version: what its records hold is brought up to date. */
async function indexOfDays(history: WritableHistory): Promise<HistoryIndex> {
  const { database } = history;
  const source = createIndexSource(history);
  let index: HistoryIndex = { ...emptyIndex, version: 0 };
  for (const key of await database.getAllKeys('sealedDays')) {
    const day = await source.day(key);
    if (day !== undefined) index = day.rounds.reduce(withRound, { ...index, day: key });
  }
  const [months, transitions] = await Promise.all([
    database.getAllKeys('sealedMonths'),
    database.getAllKeys('sealedTransitions'),
  ]);
  return {
    ...index,
    roundId: (await source.round(index.through))?.id ?? '',
    month: months.at(-1) ?? 0,
    transitions: transitions.at(-1) ?? 0,
  };
}

function withRound(index: HistoryIndex, { number, atMs, services }: RoundSummary): HistoryIndex {
  const startedAt = new Date(atMs).toISOString();
  const states = statesAfter({ services, startedAt }, index.states);
  return { ...index, through: number, states, statesBefore: index.states };
}

/** What lies beyond its end comes into it again with the rounds. */
async function changesBeyond(
  history: WritableHistory,
  { day, through }: HistoryIndex,
): Promise<Changes> {
  const changes: Changes = { writes: [], deleted: [] };
  const keys = await history.database.getAllKeys('sealedDays', IDBKeyRange.lowerBound(day));
  for (const key of keys) if (key > day) changes.deleted.push({ store: 'sealedDays', key });
  await monthsAnew(history, new Map(keys.map((key) => [key, []])), changes);
  await rewriteStore(history, 'sealedTransitions', changes, ({ transitions }) => {
    const left = transitions.filter(({ number }) => number <= through);
    if (left.length === transitions.length) return null;
    return { record: { transitions: left }, isEmpty: left.length === 0 };
  });
  return changes;
}
