import { deleteDB } from 'idb';
import { createConnection, type HistoryDatabase } from './connection.ts';
import type { History, WritableHistory } from './open.ts';
import { quickPacking } from './quick-packing.ts';
import { databaseName, sealedStores } from './schema.ts';
import { createSealOf, type HistoryKeys, newKey } from './seal.ts';
import { isPlainLeft, sealPlain } from './seal-plain.ts';

/** Where the keys of the history lie. */
export interface KeyKeeper {
  read(): Promise<HistoryKeys>;
  /** A key that is not among `keys` can afterwards be found nowhere. */
  save(keys: HistoryKeys): Promise<void>;
}

/** The history of the worker, which alone writes. */
export interface OwnHistory {
  toRead(): Promise<History>;
  /** Makes a key where there is none; what was sealed under a lost one is removed. */
  toWrite(): Promise<WritableHistory>;
  /** Deletes the database, with whatever is in it. */
  destroy(): Promise<void>;
}

export function createOwnHistory(keeper: KeyKeeper): OwnHistory {
  const connection = createConnection();
  const sealOf = createSealOf(quickPacking);
  let making: Promise<unknown> | undefined;
  let preparing: Promise<void> | undefined;

  async function toWrite(): Promise<WritableHistory> {
    const database = await connection.open();
    const found = await sealOf(await keeper.read());
    if (found !== null) return { database, seal: found };
    making ??= makeKey(database, keeper).finally(() => {
      making = undefined;
    });
    await making;
    return toWrite();
  }

  async function prepare() {
    if (await isPlainLeft(await connection.open())) await sealPlain(await toWrite());
  }

  /** Once, before anything else, so that the order of the rounds stays the same. */
  function prepared(): Promise<void> {
    preparing ??= prepare().catch((error: unknown) => {
      preparing = undefined;
      throw error;
    });
    return preparing;
  }

  return {
    async toRead() {
      await prepared();
      return { database: await connection.open(), seal: await sealOf(await keeper.read()) };
    },
    async toWrite() {
      await prepared();
      return toWrite();
    },
    async destroy() {
      await connection.close();
      preparing = undefined;
      await deleteDB(databaseName);
    },
  };
}

async function makeKey(database: HistoryDatabase, keeper: KeyKeeper): Promise<void> {
  const transaction = database.transaction(sealedStores, 'readwrite');
  for (const store of sealedStores) await transaction.objectStore(store).clear();
  await transaction.done;
  await keeper.save({ current: newKey(), former: null });
}
