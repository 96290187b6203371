import { createIndexSource } from '../index/source.ts';
import type { IndexStores } from '../index/store.ts';
import type { WritableHistory } from '../open.ts';
import type { Write } from '../put-all.ts';
import type { Age } from './forget-old.ts';

/** What goes of the index with its old days. */
export interface OldDays {
  deleted: { store: keyof IndexStores; key: number }[];
  writes: Write[];
}

/**
 * Finds the first day where it is wholly old, with its sums and its transitions; one dated in the future goes with the
 * one after it. Null without any.
 */
export async function forgetDays(history: WritableHistory, age: Age): Promise<OldDays | null> {
  const days = await oldDays(history, age);
  const last = days.at(-1);
  if (last === undefined) return null;
  const gone: OldDays = { deleted: days.map((key) => ({ store: 'sealedDays', key })), writes: [] };
  await trimFirst(history, gone, 'sealedMonths', ({ days: all }) => {
    const left = all.filter(({ number }) => number > last);
    return { before: all.length, after: left.length, record: { days: left } };
  });
  await trimFirst(history, gone, 'sealedTransitions', ({ transitions: all }) => {
    const left = all.filter(({ day }) => day > last);
    return { before: all.length, after: left.length, record: { transitions: left } };
  });
  return gone;
}

/** Numbers of days, in the order of recording. */
async function oldDays(history: WritableHistory, { isOld, isMisdated }: Age): Promise<number[]> {
  const source = createIndexSource(history);
  const days: number[] = [];
  for (const key of await history.database.getAllKeys('sealedDays')) {
    const day = await source.day(key);
    // It is under another key.
    if (day === undefined) return [];
    days.push(key);
    const times = day.rounds.map(({ atMs }) => atMs);
    if (!times.some(isMisdated)) return times.every(isOld) ? days : [];
  }
  return [];
}

interface Trimmed<Record> {
  before: number;
  after: number;
  record: Record;
}

/** Notes what is left of a store's first record; the next one has its turn with the next days. */
async function trimFirst<Store extends 'sealedMonths' | 'sealedTransitions'>(
  { database, seal }: WritableHistory,
  gone: OldDays,
  store: Store,
  trim: (record: IndexStores[Store]) => Trimmed<IndexStores[Store]>,
): Promise<void> {
  const cursor = await database.transaction(store).store.openCursor();
  const opened = cursor && (await seal.open<IndexStores[Store]>(cursor.value));
  if (cursor === null || opened === undefined || opened === null) return;
  const { before, after, record } = trim(opened);
  const key = cursor.primaryKey;
  if (after === 0) gone.deleted.push({ store, key });
  else if (after < before) gone.writes.push({ store, key, record: await seal.close(record) });
}
