import type { Omission } from '../../model/deletion.ts';
import type { Rollup } from '../../model/rollup.ts';
import type { Transition } from '../../model/transition.ts';
import type { Changes } from '../changes.ts';
import type { IndexStores } from '../index/store.ts';
import type { WritableHistory } from '../open.ts';
import type { DaysWithout } from './days-without.ts';
import { isOmitted, servicesIn } from './omissions.ts';
import { placeOf } from './replay.ts';

/** Months with other sums of some of their days; without days that have none. */
export async function monthsAnew(
  history: WritableHistory,
  rollups: ReadonlyMap<number, Rollup[]>,
  changes: Changes,
): Promise<void> {
  await rewriteStore(history, 'sealedMonths', changes, ({ days }) => {
    if (!days.some(({ number }) => rollups.has(number))) return null;
    const left = days
      .map((day) => ({ ...day, rollups: rollups.get(day.number) ?? day.rollups }))
      .filter(({ rollups: sums }) => sums.length > 0);
    return { record: { days: left }, isEmpty: left.length === 0 };
  });
}

/** Transitions between the states that are left, with the attempts that are left. */
export async function transitionsWithout(
  history: WritableHistory,
  omissions: readonly Omission[],
  { days, changes }: { days: DaysWithout; changes: Changes },
): Promise<void> {
  const keys = await history.database.getAllKeys('sealedTransitions');
  const last = keys.at(-1);
  const added = [...days.added];
  await rewriteStore(history, 'sealedTransitions', changes, ({ transitions }, key) => {
    const end = key === last ? Infinity : (transitions.at(-1)?.number ?? 0);
    const mine = added.filter(({ number }) => number <= end);
    added.splice(0, mine.length);
    const left = transitions.flatMap((one) => transitionWithout(one, omissions, days) ?? []);
    const isSame = mine.length === 0 && left.every((one, at) => one === transitions[at]);
    if (isSame && left.length === transitions.length) return null;
    const all = [...left, ...mine].toSorted((one, other) => one.number - other.number);
    return { record: { transitions: all }, isEmpty: all.length === 0 };
  });
}

/** The same where nothing of it changes; null where it goes. */
function transitionWithout(
  transition: Transition,
  omissions: readonly Omission[],
  { replay, gone }: DaysWithout,
): Transition | null {
  const { service, number, from, to, witnesses } = transition;
  if (gone.has(number) || servicesIn(omissions).has(service)) return null;
  const corrected = replay.corrected.get(placeOf(number, service));
  const before = corrected === undefined ? from : corrected;
  if (before === null || before === to) return null;
  const left = witnesses.filter(
    ({ roundId: id, startedAt }) => !isOmitted({ id, startedAt }, omissions),
  );
  if (before === from && left.length === witnesses.length) return transition;
  return { ...transition, from: before, witnesses: left };
}

type Rewritten<Store extends keyof IndexStores> = { record: IndexStores[Store]; isEmpty: boolean };

/**
 * Adds to the changes what becomes of each record of a store.
 * @param rewrite null where a record stays as it is
 */
export async function rewriteStore<Store extends 'sealedMonths' | 'sealedTransitions'>(
  { database, seal }: WritableHistory,
  store: Store,
  changes: Changes,
  rewrite: (record: IndexStores[Store], key: number) => Rewritten<Store> | null,
): Promise<void> {
  for (const key of await database.getAllKeys(store)) {
    const sealed = await database.get(store, key);
    const opened = sealed && (await seal.open<IndexStores[Store]>(sealed));
    const rewritten = opened && rewrite(opened, key);
    if (!rewritten) continue;
    if (rewritten.isEmpty) changes.deleted.push({ store, key });
    else changes.writes.push({ store, key, record: await seal.close(rewritten.record) });
  }
}
