import { openDay } from '../../lib/history/index/day-record.ts';
import { type IndexStores, readIndex } from '../../lib/history/index/store.ts';
import { walkRounds } from '../../lib/history/kept/walk.ts';
import type { WritableHistory } from '../../lib/history/open.ts';
import { recordRound } from '../../lib/history/rounds.ts';
import type { Sealed } from '../../lib/history/seal.ts';
import { at } from './clock.ts';
import { aRound, aServiceResult } from './rounds.ts';

const hourSeconds = 60 * 60;
const states = ['ok', 'ok', 'down', 'down', 'ok'] as const;
const stores = ['sealedDays', 'sealedMonths', 'sealedTransitions'] as const;

/** Records rounds of some numbers, one every five hours up to the 80th, of two services that change their state. */
export async function recordNumbers(
  history: WritableHistory,
  from: number,
  to: number,
): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    const state = states[number % states.length] ?? 'ok';
    const services = ['chat', 'talk'].map((id) =>
      aServiceResult({
        id,
        state,
        roundState: state,
        mechanisms: state === 'ok' ? [] : ['timeout'],
      }),
    );
    const startedAt = at(5 * hourSeconds * (number - 80));
    const round = aRound({ id: `round-${number}`, startedAt, services });
    await recordRound(history, { round, standings: [], full: false });
  }
}

/** The opened records of a store of the index, with their keys. */
export async function indexRecords<Store extends keyof IndexStores>(
  { database, seal }: WritableHistory,
  store: Store,
): Promise<[number, IndexStores[Store]][]> {
  const keys = await database.getAllKeys(store);
  const sealed = await database.getAll(store);
  const open = (one: Sealed) => (store === 'sealedDays' ? openDay(seal, one) : seal.open(one));
  const opened = await Promise.all(sealed.map(open));
  return keys.map((key, index) => [key, opened[index] as IndexStores[Store]]);
}

/** All that is in the index. */
export async function indexContents(history: WritableHistory): Promise<unknown[]> {
  const records = await Promise.all(stores.map((store) => indexRecords(history, store)));
  return [await readIndex(history), ...records];
}

/** Its rounds with their numbers, and what its index has of them. */
export async function roundsAndSums(history: WritableHistory) {
  const walk = walkRounds(history, { from: 'oldest', atOnce: 64 });
  return {
    rounds: await Array.fromAsync(walk, ({ number, round }) => [number, round] as const),
    days: (await indexRecords(history, 'sealedDays')).map(([, day]) => day),
    months: (await indexRecords(history, 'sealedMonths')).map(([, month]) => month),
    transitions: (await indexRecords(history, 'sealedTransitions')).map(([, record]) => record),
  };
}
