import { allOrNothing } from '../all-or-nothing.ts';
import { type Changes, makeChanges } from '../changes.ts';
import { createRoundReader } from '../kept/read-rounds.ts';
import type { WritableHistory } from '../open.ts';
import { monthsAnew } from '../rewriting/sums-without.ts';
import { rollUp } from '../rollup/rollup.ts';
import { type RoundSummary, summaryOf } from '../rollup/summary.ts';
import { isSameRecord } from '../same-record.ts';
import { sealedStores } from '../schema.ts';
import type { Place } from './place.ts';
import { indexVersion } from './records.ts';
import { createIndexSource, sealIndex } from './store.ts';

/**
 * Brings an index of another version up to date, in one transaction: what it holds of a round is made anew of that round,
 * and stays as it was where the round is gone. Transitions stay.
 */
export async function upgradeIndex(
  history: WritableHistory,
  { index, record: indexRecord }: Place,
): Promise<void> {
  const { database, seal } = history;
  const source = createIndexSource(history);
  const readRounds = createRoundReader(history);
  const changes: Changes = { writes: [], deleted: [] };
  const rollups = new Map<number, ReturnType<typeof rollUp>>();
  for (const key of await database.getAllKeys('sealedDays')) {
    const day = await source.day(key);
    if (day === undefined) continue;
    const seen = new Map<number, RoundSummary>();
    for await (const { number, round } of readRounds(day.rounds.map((one) => one.number))) {
      seen.set(number, summaryOf(number, round));
    }
    const rounds = day.rounds.map((one) => summaryAnew(one, seen.get(one.number)));
    rollups.set(key, rollUp(rounds));
    changes.writes.push({ store: 'sealedDays', key, record: await seal.close({ ...day, rounds }) });
  }
  await monthsAnew(history, rollups, changes);
  // What tells nothing may be something else than it was (`retention/thin-out.ts`).
  changes.writes.push(await sealIndex(seal, { ...index, version: indexVersion, thinned: 0 }));
  const transaction = database.transaction(sealedStores, 'readwrite');
  await allOrNothing(transaction, async () => {
    // Rounds that are recorded meanwhile wait for it. Where anything else has come between, it begins anew.
    const now = await transaction.objectStore('sealedFacts').get('index');
    if (isSameRecord(now, indexRecord)) await makeChanges(transaction, changes);
  });
}

/** Services that were left out may still be in a round that is not yet written anew (`rewriting/rounds-anew.ts`). */
function summaryAnew(was: RoundSummary, is: RoundSummary | undefined): RoundSummary {
  if (is === undefined) return was;
  const ids = new Set(was.services.map(({ id }) => id));
  return { ...is, services: is.services.filter(({ id }) => ids.has(id)) };
}
