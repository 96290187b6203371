import { type IDBPDatabase, openDB } from 'idb';
import type { Round } from '../model/round.ts';
import { createRoundUnpacker } from './codec/open-rounds.ts';
import { openPiece, type Piece } from './kept/piece.ts';
import type { HistoryPlace } from './places.ts';
import { createSeal, type Seal, type Sealed } from './seal.ts';

/**
 * The rounds that can be read of a database that was set aside, in the order of recording. It is opened as it is,
 * whatever its version; what cannot be read, or is no round, is passed over.
 * @throws where it cannot be opened at all, or is deleted meanwhile
 */
export async function* readableRounds({
  database: name,
  keys,
}: HistoryPlace): AsyncGenerator<Round> {
  const { database, expectOpen } = await openAsItIs(name);
  try {
    const seal = await createSeal(keys);
    const open = seal && createOpener(database, seal);
    for (const store of ['rounds', 'sealedBundles', 'sealedRounds'] as const) {
      if (!database.objectStoreNames.contains(store)) continue;
      const all = await keysOf(database, store);
      expectOpen();
      for (const key of all) {
        const found = await database.get(store, key).catch(() => undefined);
        const isRecord = store !== 'rounds' && isSealed(found);
        const rounds = isRecord
          ? await open?.({ store, key: Number(key), record: found })
          : [found];
        expectOpen();
        yield* (rounds ?? []).filter(isRound);
      }
    }
  } finally {
    database.close();
  }
}

interface Opened {
  database: IDBPDatabase;
  /** @throws where the browser, or the worker's wish to delete it, has closed it */
  expectOpen: () => void;
}

async function openAsItIs(name: string): Promise<Opened> {
  let isClosed = false;
  const database = await openDB(name, undefined, {
    upgrade(_database, _old, _new, transaction) {
      // It is not there, and is not to be made.
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      isClosed = true;
    },
    terminated() {
      isClosed = true;
    },
  });
  const expectOpen = () => {
    if (isClosed) throw new Error('The history was closed while it was read.');
  };
  return { database, expectOpen };
}

/** Opens the rounds of a record, as far as that is possible. */
function createOpener(database: IDBPDatabase, seal: Seal) {
  const unpack = createRoundUnpacker(database as never, seal);
  return async (piece: Piece): Promise<unknown[]> => {
    const packed = (await openPiece(seal, piece)) ?? [];
    return Promise.all(packed.map((one) => unpack(one.packed).catch(() => undefined)));
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
