import type { Round } from '../model/round.ts';
import type { RoutingResult, SeenRoute } from '../model/route.ts';
import type { HistoryDatabase } from './connection.ts';
import type { KeyKeeper, OwnHistory } from './own-history.ts';
import { type FactName, sealedStores } from './schema.ts';
import { createSeal, newKey, type Seal, type Sealed } from './seal.ts';

type SealedStore = (typeof sealedStores)[number];

interface Move {
  database: HistoryDatabase;
  from: Seal;
  to: Seal;
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
  const from = await createSeal({ current: former, former: null });
  const to = await createSeal({ current, former: null });
  if (from === null || to === null) return;
  const { database } = await history.toRead();
  const move = { database, from, to };
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
    const opened = before && (await move.from.open(before));
    if (before === undefined || opened === undefined) continue;
    const after = await move.to.close(withoutExitOf(store, key, opened));
    await replace(move.database, { store, key, before, after });
    moved += 1;
  }
  return moved;
}

/** Leaves a record alone that was deleted or written anew meanwhile. */
async function replace(
  database: HistoryDatabase,
  record: { store: SealedStore; key: number | FactName; before: Sealed; after: Sealed },
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

function withoutExitOf(store: SealedStore, key: number | FactName, opened: unknown): unknown {
  if (store === 'sealedRounds') return withoutExit(opened as Round);
  if (store === 'sealedFacts' && key === 'lastRoute') return withoutExit(opened as SeenRoute);
  return opened;
}

/** The same without the country and AS number that traffic left from. */
export function withoutExit<Seen extends { routing: RoutingResult }>(seen: Seen): Seen {
  const { exitCountry: _country, exitAsn: _asn, ...routing } = seen.routing;
  return { ...seen, routing };
}
