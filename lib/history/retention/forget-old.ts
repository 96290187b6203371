import { allOrNothing } from '../all-or-nothing.ts';
import { makeChanges } from '../changes.ts';
import { isStillAt, type Place, readPlace } from '../index/place.ts';
import { sealIndex } from '../index/store.ts';
import { removalOf } from '../kept/removal.ts';
import { walkRounds } from '../kept/walk.ts';
import type { History, WritableHistory } from '../open.ts';
import { putAll } from '../put-all.ts';
import { sealedStores } from '../schema.ts';
import { forgetDays, type OldDays } from './forget-days.ts';
import { forgetStandings } from './forget-standings.ts';
import { knownDate } from './known-date.ts';
import { unusedDictionaries } from './unused-dictionaries.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A day's rounds at the default interval: the most that go at once. */
const roundsAtOnce = 96;

/** Which times are too old; and which are in the future, where a clock was wrong. */
export interface Age {
  isOld: (ms: number) => boolean;
  isMisdated: (ms: number) => boolean;
}

/**
 * Deletes what is older than some days, in the order of recording, up to the first round that is not; a round
 * dated in the future goes with the one after it. Not more than a day's worth, and nothing while the date is in
 * doubt. Returns whether anything went.
 */
export async function forgetOldRounds(
  { database, seal }: History,
  days: number,
  now: Date,
): Promise<boolean> {
  if (seal === null || seal.isMoving) return false;
  const history = { database, seal };
  const nowMs = await knownDate(history, now);
  if (nowMs === null) return false;
  const age: Age = {
    isOld: (ms) => ms < nowMs - days * dayMs,
    isMisdated: (ms) => ms > nowMs + dayMs,
  };
  for (;;) {
    const place = await readPlace(history);
    if (place.isUnreadable) return false;
    const numbers = await oldNumbers(history, age);
    const oldDays = await forgetDays(history, age);
    if (numbers.length === 0 && oldDays === null) return false;
    if (await remove(history, { place, numbers, oldDays, age })) return true;
  }
}

/** The latest rounds are not among them: none goes that was recorded after one whose date is known. */
async function oldNumbers(history: History, age: Age): Promise<number[]> {
  const old: number[] = [];
  const undecided: number[] = [];
  let fromMs: number | undefined;
  for await (const { number, round } of walkRounds(history, { from: 'oldest', atOnce: 8 })) {
    const startedMs = Date.parse(round.startedAt);
    if (old.length > 0 && old.length + undecided.length >= roundsAtOnce) return old;
    undecided.push(number);
    if (age.isMisdated(startedMs)) continue;
    fromMs ??= startedMs;
    if (!age.isOld(startedMs) || Math.abs(startedMs - fromMs) >= dayMs) return old;
    old.push(...undecided.splice(0));
  }
  return old;
}

interface Removal {
  place: Place;
  numbers: readonly number[];
  oldDays: OldDays | null;
  age: Age;
}

/** False where another write came between. */
async function remove(
  history: WritableHistory,
  { place, numbers, oldDays, age }: Removal,
): Promise<boolean> {
  const beyond = numbers.at(-1) ?? null;
  const unused = beyond === null ? [] : await unusedDictionaries(history, beyond);
  const removal = await removalOf(history, numbers);
  removal.writes.push(await sealIndex(history.seal, place.index));
  await forgetStandings(history, age.isOld, removal);
  const transaction = history.database.transaction(sealedStores, 'readwrite');
  let isRemoved = false;
  await allOrNothing(transaction, async () => {
    if (!(await isStillAt(transaction, place))) return;
    await makeChanges(transaction, removal);
    for (const number of unused) await transaction.objectStore('sealedDictionaries').delete(number);
    if (oldDays !== null) {
      for (const { store, key } of oldDays.deleted)
        await transaction.objectStore(store).delete(key);
      await putAll(transaction, oldDays.writes);
    }
    isRemoved = true;
  });
  return isRemoved;
}
