import { type IDBPDatabase, openDB } from 'idb';
import type { Round } from '../model/round.ts';
import { createRoundOpener } from './codec/open-rounds.ts';
import type { HistoryPlace } from './places.ts';
import { createSeal, type Sealed } from './seal.ts';

/**
 * The rounds that can be read of a database that was set aside, in the order of recording. It is opened as it is,
 * whatever its version; what cannot be read, or is no round, is passed over.
 * @throws where it cannot be opened at all
 */
export async function* readableRounds({
  database: name,
  keys,
}: HistoryPlace): AsyncGenerator<Round> {
  const database = await openDB(name);
  try {
    const seal = await createSeal(keys);
    const open = seal && createRoundOpener(database as never, seal);
    for (const store of ['rounds', 'sealedRounds']) {
      if (!database.objectStoreNames.contains(store)) continue;
      for (const key of await keysOf(database, store)) {
        const round = await readRound(database, { store, key, open });
        if (round !== null) yield round;
      }
    }
  } finally {
    database.close();
  }
}

type Open = ReturnType<typeof createRoundOpener>;

/** From both ends, as far as either goes. */
async function keysOf(database: IDBPDatabase, store: string): Promise<IDBValidKey[]> {
  const upwards = await keysFrom(database, store, 'next');
  if (upwards.isWhole) return upwards.keys;
  const downwards = await keysFrom(database, store, 'prev');
  return [...upwards.keys, ...downwards.keys.toReversed()];
}

async function keysFrom(
  database: IDBPDatabase,
  store: string,
  direction: 'next' | 'prev',
): Promise<{ keys: IDBValidKey[]; isWhole: boolean }> {
  const keys: IDBValidKey[] = [];
  try {
    let cursor = await database.transaction(store).store.openKeyCursor(null, direction);
    while (cursor !== null) {
      keys.push(cursor.primaryKey);
      cursor = await cursor.continue();
    }
    return { keys, isWhole: true };
  } catch {
    return { keys, isWhole: false };
  }
}

async function readRound(
  database: IDBPDatabase,
  { store, key, open }: { store: string; key: IDBValidKey; open: Open | null },
): Promise<Round | null> {
  try {
    const found: unknown = await database.get(store, key);
    const opened = isSealed(found) ? await open?.(found) : found;
    return isRound(opened) ? opened : null;
  } catch {
    return null;
  }
}

function isSealed(found: unknown): found is Sealed {
  return typeof found === 'object' && found !== null && 'iv' in found && 'data' in found;
}

function isRound(found: unknown): found is Round {
  return (
    typeof found === 'object' &&
    found !== null &&
    'schema' in found &&
    found.schema === 'dozvon.round/1'
  );
}
