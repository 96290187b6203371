import { allOrNothing } from '../all-or-nothing.ts';
import { type Changes, makeChanges } from '../changes.ts';
import { createRoundReader } from '../kept/read-rounds.ts';
import type { WritableHistory } from '../open.ts';
import { monthsAnew } from '../rewriting/sums-without.ts';
import { dailySums } from '../rollup/rollup.ts';
import { type RoundSummary, summaryOf } from '../rollup/summary.ts';
import { isSameRecord } from '../same-record.ts';
import { sealedStores } from '../schema.ts';
import { closeDay } from './day-record.ts';
import type { Place } from './place.ts';
import { type DayRecord, type HistoryIndex, indexVersion } from './records.ts';
import { createIndexSource } from './source.ts';
import { sealIndex } from './store.ts';

/** Days that are brought up to date in one transaction: all months are read for each. */
const atOnce = 4;

/**
 * Brings the next days of an index of another version up to date, in one transaction, and with the last of them the
 * index: what it holds of a round is made anew of that round, and stays as it was where the round is gone. Transitions
 * stay.
 */
export async function upgradeSome(
  history: WritableHistory,
  { index, record: indexRecord }: Place,
): Promise<void> {
  const { database, seal } = history;
  const range = IDBKeyRange.lowerBound(upgradedThrough(index), true);
  const keys = await database.getAllKeys('sealedDays', range, atOnce);
  const changes: Changes = { writes: [], deleted: [] };
  await daysAnew(history, keys, changes);
  changes.writes.push(await sealIndex(seal, indexAfter(index, keys)));
  const transaction = database.transaction(sealedStores, 'readwrite');
  await allOrNothing(transaction, async () => {
    // Rounds that are recorded meanwhile wait for it. Where anything else has come between, the step begins anew.
    const now = await transaction.objectStore('sealedFacts').get('index');
    if (isSameRecord(now, indexRecord)) await makeChanges(transaction, changes);
  });
}

/** Number of the last day that an earlier step has brought up to date. */
function upgradedThrough({ upgraded }: HistoryIndex): number {
  return upgraded?.version === indexVersion ? upgraded.day : 0;
}

function indexAfter({ upgraded: _upgraded, ...index }: HistoryIndex, keys: readonly number[]) {
  const day = keys.at(-1);
  if (day !== undefined) return { ...index, upgraded: { version: indexVersion, day } };
  // What tells nothing may be something else than it was (`retention/thin-out.ts`).
  return { ...index, version: indexVersion, thinned: 0 };
}

/** Adds some days to the changes, with their sums. */
async function daysAnew(
  history: WritableHistory,
  keys: readonly number[],
  changes: Changes,
): Promise<void> {
  const source = createIndexSource(history);
  const rollups = new Map<number, ReturnType<typeof dailySums>>();
  for (const key of keys) {
    const day = await source.day(key);
    if (day === undefined) continue;
    const rounds = await summariesAnew(history, day);
    rollups.set(key, dailySums(rounds));
    const record = await closeDay(history.seal, { ...day, rounds });
    changes.writes.push({ store: 'sealedDays', key, record });
  }
  await monthsAnew(history, rollups, changes);
}

async function summariesAnew(
  history: WritableHistory,
  { rounds }: DayRecord,
): Promise<RoundSummary[]> {
  const seen = new Map<number, RoundSummary>();
  const readRounds = createRoundReader(history);
  for await (const { number, round } of readRounds(rounds.map((one) => one.number))) {
    seen.set(number, summaryOf(number, round));
  }
  return rounds.map((one) => summaryAnew(one, seen.get(one.number)));
}

/** Services that were left out may still be in a round that is not yet written anew (`rewriting/rounds-anew.ts`). */
function summaryAnew(was: RoundSummary, is: RoundSummary | undefined): RoundSummary {
  if (is === undefined) return was;
  const ids = new Set(was.services.map(({ id }) => id));
  return { ...is, services: is.services.filter(({ id }) => ids.has(id)) };
}
