import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach } from 'vitest';
import { createCompressing } from '../../lib/history/codec/compress.ts';
import { type HistoryDatabase, openDatabase } from '../../lib/history/connection.ts';
import { openPiece, sealPiece } from '../../lib/history/kept/piece.ts';
import type { History, WritableHistory } from '../../lib/history/open.ts';
import type { PlaceKeeper } from '../../lib/history/own-history.ts';
import { firstPlaces, withKeys } from '../../lib/history/places.ts';
import { recentTransitions } from '../../lib/history/queries/transitions.ts';
import { databaseName } from '../../lib/history/schema.ts';
import {
  createSeal,
  type HistoryKeys,
  newKey,
  type Seal,
  type Sealed,
} from '../../lib/history/seal.ts';
import { selectRounds } from '../../lib/history/select-rounds.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Transition } from '../../lib/model/transition.ts';

/** Opens histories for the tests of one file, all under one key, and deletes the database after each test. */
export function useHistory(): () => Promise<WritableHistory> {
  const opened: HistoryDatabase[] = [];
  const key = newKey();
  afterEach(async () => {
    for (const database of opened.splice(0)) database.close();
    await deleteDB(databaseName);
  });
  return async () => {
    const database = await openDatabase();
    opened.push(database);
    return { database, seal: await aSeal(key) };
  };
}

/** Every round, in the order of recording. */
export function allRounds(history: History): Promise<Round[]> {
  return Array.fromAsync(selectRounds(history));
}

/** Every change of state, in the order of recording; of all services without an id. */
export async function allTransitions(history: History, service?: string): Promise<Transition[]> {
  const limit = Number.POSITIVE_INFINITY;
  return (await recentTransitions(history, { service, limit })).toReversed();
}

/** Compresses rounds that have a record of their own, as they are once they are in bundles, and as they once were before. */
export async function compressSingles(history: WritableHistory): Promise<void> {
  const { database, seal } = history;
  const compress = await createCompressing(history);
  for (const key of await database.getAllKeys('sealedRounds')) {
    const record = (await database.get('sealedRounds', key)) as Sealed;
    const rounds = await openPiece(seal, { store: 'sealedRounds', key, record });
    const sealed = await sealPiece(seal, 'sealedRounds', (rounds ?? []).map(compress.round));
    await database.put('sealedRounds', sealed.record, key);
  }
  for (const { key, record } of await compress.dictionaries()) {
    await database.put('sealedDictionaries', record, key as number);
  }
}

export async function aSeal(key = newKey()): Promise<Seal> {
  return (await createSeal({ current: key, former: null })) as Seal;
}

/** Places and keys in memory, and all keys that were ever saved. */
export function someKeys(): PlaceKeeper & { saved: HistoryKeys[] } {
  const saved: HistoryKeys[] = [];
  let places = firstPlaces;
  const now = () => withKeys(places, saved.at(-1) ?? firstPlaces.current.keys);
  return {
    saved,
    read: async () => now().current.keys,
    places: async () => now(),
    async change(change) {
      const before = now();
      const after = change(before);
      if (after === before) return before;
      places = after;
      saved.push(after.current.keys);
      return after;
    },
  };
}
