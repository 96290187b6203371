import type { SeenRoute } from '../../model/route.ts';
import type { Latest } from '../latest.ts';
import { isSameRecord } from '../same-record.ts';
import { type FactName, otherSealedStores } from '../schema.ts';
import type { Sealed } from '../seal.ts';
import { withoutExit } from '../without-exit.ts';
import type { Move } from './move.ts';

/**
 * Moves all other records to the new key: rounds and their dictionaries are written anew together (`rounds-anew.ts`).
 * Returns how many it moved.
 */
export async function moveRecords(move: Move): Promise<number> {
  let moved = 0;
  for (const store of otherSealedStores) moved += await moveStore(move, store);
  return moved;
}

async function moveStore(move: Move, store: (typeof otherSealedStores)[number]): Promise<number> {
  const { database } = await move.open();
  let moved = 0;
  for (const key of await database.getAllKeys(store)) {
    // The list of what is left out goes with the old key.
    if (key === 'omissions') continue;
    const before = await database.get(store, key);
    const after = before && (await sealAnew(move, key, before));
    if (before === undefined || after === undefined) continue;
    const transaction = database.transaction(store, 'readwrite');
    // It may have been deleted or written anew meanwhile.
    if (isSameRecord(before, await transaction.store.get(key))) {
      await transaction.store.put(after, key);
    }
    await transaction.done;
    moved += 1;
  }
  return moved;
}

/** Undefined where the record stays as it is. */
async function sealAnew(
  { from, to, omissions }: Move,
  key: number | FactName,
  before: Sealed,
): Promise<Sealed | undefined> {
  if (omissions.some((one) => 'exits' in one) && (key === 'lastRoute' || key === 'latest')) {
    const moved = await to.open(before);
    const opened = moved ?? (await from.open(before));
    if (opened === undefined) return undefined;
    const left = factWithoutExit(key, opened);
    // A round that was recorded meanwhile may have taken the exit along.
    const isSame = moved !== undefined && JSON.stringify(moved) === JSON.stringify(left);
    return isSame ? undefined : to.close(left);
  }
  const bytes = await from.openBytes(before);
  return bytes && to.closeBytes(bytes);
}

function factWithoutExit(key: 'lastRoute' | 'latest', opened: unknown): unknown {
  if (key === 'lastRoute') return withoutExit(opened as SeenRoute);
  const { round, route } = opened as Latest;
  return { round: round && withoutExit(round), route: route && withoutExit(route) };
}
