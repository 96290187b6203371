import { type IDBPDatabase, openDB } from 'idb';
import type { Round } from '../model/round.ts';
import { createRoundUnpacker } from './codec/open-rounds.ts';
import { openPiece, type Piece } from './kept/piece.ts';
import type { HistoryPlace } from './places.ts';
import { createSeal, type Seal, type Sealed } from './seal.ts';

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
    const open = seal && createOpener(database, seal);
    for (const store of ['rounds', 'sealedBundles', 'sealedRounds'] as const) {
      if (!database.objectStoreNames.contains(store)) continue;
      for (const key of await keysOf(database, store)) {
        const found = await database.get(store, key).catch(() => undefined);
        if (store === 'rounds') yield* [found].filter(isRound);
        else if (isSealed(found))
          yield* (await open?.({ store, key: Number(key), record: found })) ?? [];
      }
    }
  } finally {
    database.close();
  }
}

/** Opens the rounds of a record, as far as they are any. */
function createOpener(database: IDBPDatabase, seal: Seal): (piece: Piece) => Promise<Round[]> {
  const unpack = createRoundUnpacker(database as never, seal);
  return async (piece) => {
    const packed = (await openPiece(seal, piece)) ?? [];
    const rounds = await Promise.all(
      packed.map((one) => unpack(one.packed).catch(() => undefined)),
    );
    return rounds.filter(isRound);
  };
}

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
