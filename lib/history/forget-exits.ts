import type { SeenRoute } from '../model/route.ts';
import { createDictionaries } from './codec/dictionaries.ts';
import {
  type Dictionary,
  dictionaryOf,
  packRound,
  textOfRound,
  unpackRound,
} from './codec/round-record.ts';
import type { HistoryDatabase } from './connection.ts';
import type { Latest } from './latest.ts';
import type { KeyKeeper, OwnHistory } from './own-history.ts';
import { quickPacking } from './quick-packing.ts';
import { type FactName, sealedStores } from './schema.ts';
import { createSeal, newKey, type Seal, type Sealed } from './seal.ts';
import { withoutExit } from './without-exit.ts';

type SealedStore = (typeof sealedStores)[number];

interface Move {
  database: HistoryDatabase;
  from: Seal;
  to: Seal;
  /** Under either key: it may be moved before the rounds that need it, or after them. */
  dictionaryOfNumber: (number: number | null) => Promise<Dictionary | null>;
}

/**
 * Begins to forget exits: from now on, records are sealed under a new key. Files may hold the replaced
 * records for long, so the old key has to go with them.
 */
export async function beginToForgetExits(keeper: KeyKeeper): Promise<void> {
  const { current, former } = await keeper.read();
  // Without a key there is nothing to forget; with two, moving has begun.
  if (current !== null && former === null) {
    await keeper.save({ current: newKey(), former: current });
  }
}

/**
 * Moves all records to the new key, without the exits' country and AS number, and drops the old key. Does
 * nothing where nothing was begun; to be called again where it was interrupted.
 */
export async function finishForgettingExits(history: OwnHistory, keeper: KeyKeeper): Promise<void> {
  const { current, former } = await keeper.read();
  const from = await createSeal({ current: former, former: null }, quickPacking);
  const to = await createSeal({ current, former: null }, quickPacking);
  const either = await createSeal({ current, former }, quickPacking);
  if (from === null || to === null || either === null) return;
  const { database } = await history.toRead();
  const move = { database, from, to, dictionaryOfNumber: createDictionaries(database, either) };
  // Until none is left: a writer that began before may still have used the old key.
  while ((await moveRecords(move)) > 0);
  await keeper.save({ current, former: null });
}

/** Returns how many it moved. */
async function moveRecords(move: Move): Promise<number> {
  let moved = 0;
  for (const store of sealedStores) moved += await moveStore(move, store);
  return moved;
}

async function moveStore(move: Move, store: SealedStore): Promise<number> {
  let moved = 0;
  for (const key of await move.database.getAllKeys(store)) {
    const before = await move.database.get(store, key);
    const after = before && (await sealAnew(move, { store, key, before }));
    if (before === undefined || after === undefined) continue;
    await replace(move.database, { store, key, before, after });
    moved += 1;
  }
  return moved;
}

/** Leaves a record alone that was deleted or written anew meanwhile. */
async function replace(
  database: HistoryDatabase,
  record: Present & { after: Sealed },
): Promise<void> {
  const transaction = database.transaction(record.store, 'readwrite');
  const present = await transaction.store.get(record.key);
  if (present !== undefined && isSame(present, record.before)) {
    await transaction.store.put(record.after, record.key);
  }
  await transaction.done;
}

function isSame(one: Sealed, other: Sealed): boolean {
  return new Uint8Array(one.iv).join() === new Uint8Array(other.iv).join();
}

interface Present {
  store: SealedStore;
  key: number | FactName;
  before: Sealed;
}

/** Undefined where the record is not under the former key, or damaged. */
async function sealAnew(move: Move, present: Present): Promise<Sealed | undefined> {
  if (present.store === 'sealedRounds') return sealRoundAnew(move, present.before);
  const opened = await move.from.open(present.before);
  if (opened === undefined) return undefined;
  return move.to.close(
    present.store === 'sealedFacts' ? factWithoutExit(present.key, opened) : opened,
  );
}

function factWithoutExit(key: number | FactName, opened: unknown): unknown {
  if (key === 'lastRoute') return withoutExit(opened as SeenRoute);
  if (key !== 'latest') return opened;
  const { round, route } = opened as Latest;
  return { round: round && withoutExit(round), route: route && withoutExit(route) };
}

async function sealRoundAnew(move: Move, before: Sealed): Promise<Sealed | undefined> {
  const record = await move.from.openBytes(before);
  if (record === undefined) return undefined;
  try {
    const dictionary = await move.dictionaryOfNumber(dictionaryOf(record));
    const round = withoutExit(unpackRound(record, dictionary));
    return await move.to.closeBytes(packRound(textOfRound(round), dictionary));
  } catch {
    return undefined;
  }
}
