import type { HistorySwitch } from '../model/history-switch.ts';
import { runAll } from '../steps/run-all.ts';
import { markBegun, noteBeginning } from './beginning.ts';
import { createConnection, type HistoryDatabase } from './connection.ts';
import { deleteDatabase } from './delete-database.ts';
import { repairIndex } from './index/repair.ts';
import { createMending } from './mending.ts';
import type { History, WritableHistory } from './open.ts';
import { type Places, withKeysAfter, withNotice, withoutSetAside } from './places.ts';
import { quickPacking } from './quick-packing.ts';
import { databaseName, sealedStores } from './schema.ts';
import { createSeal, createSealOf, type HistoryKeys, newKey } from './seal.ts';
import { isPlainLeft, sealPlain } from './seal-plain.ts';
import { switchHistory } from './switch-history.ts';

/** Keeps what is known of all databases of the history. */
export interface PlaceKeeper {
  /** The keys of the history in use. */
  read(): Promise<HistoryKeys>;
  places(): Promise<Places>;
  /**
   * Makes one change after the other, all or nothing; a key that is not among the places can afterwards be found
   * nowhere.
   * @param change gets what is there by then; nothing is written where it returns that
   * @param items further ones for the storage, in the same write
   * @returns what is there afterwards
   */
  change(change: (before: Places) => Places, items?: object): Promise<Places>;
}

/** The history of the worker, which alone writes. */
export interface OwnHistory {
  toRead(): Promise<History>;
  /** Makes a key where there is none; what was sealed under a lost one is removed. */
  toWrite(): Promise<WritableHistory>;
  /**
   * Runs a step that uses the history. Where it fails as the database is damaged, that one is set aside, and the
   * step is run again in a new one.
   */
  through: <Result>(step: () => Promise<Result>) => Promise<Result>;
  /** Looks into the database in use, and sets it aside if it is of no use. */
  mend: () => Promise<void>;
  /** Goes on in a history that a page has built (`switch-history.ts`); no round may run meanwhile. */
  switchTo(to: Omit<HistorySwitch, 'settings'>, items: object): Promise<boolean>;
  /** Deletes one that was set aside. */
  deleteSetAside(database: string): Promise<void>;
  /** Deletes all databases of the history, those that were set aside too. */
  destroy(): Promise<void>;
}

/** @param onSetAside called once the history goes on in a new database, or a part of it was found damaged */
export function createOwnHistory(
  keeper: PlaceKeeper,
  onSetAside: () => void = () => undefined,
): OwnHistory {
  const connection = createConnection(() => {
    preparing = undefined;
  });
  const { open, through, mend } = createMending(keeper, connection, onSetAside);
  const sealOf = createSealOf(quickPacking);
  let making: Promise<unknown> | undefined;
  let preparing: Promise<void> | undefined;

  async function toWrite(): Promise<WritableHistory> {
    const database = await open();
    const found = await sealOf(await keeper.read());
    if (found !== null) return { database, seal: found };
    making ??= makeKey(database, keeper).finally(() => {
      making = undefined;
    });
    await making;
    return toWrite();
  }

  async function prepare() {
    if (await isPlainLeft(await open())) await sealPlain(await toWrite());
    if ((await keeper.read()).current === null) return;
    const isLost = await noteBeginning(await toWrite(), keeper);
    if (isLost || (await noteRepair(toWrite, keeper))) onSetAside();
  }

  /** Once for a connection, before anything else, so that the order of the rounds stays the same. */
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
      return { database: await open(), seal: await sealOf(await keeper.read()) };
    },
    async toWrite() {
      await prepared();
      return toWrite();
    },
    through,
    mend: async () => void (await mend()),
    switchTo: async (to, items) => switchHistory(keeper, connection, { ...to, items }),
    deleteSetAside: (database) => deleteSetAside(keeper, database),
    async destroy() {
      await connection.close();
      preparing = undefined;
      await deleteDatabases(await keeper.places());
    },
  };
}

async function makeKey(database: HistoryDatabase, keeper: PlaceKeeper): Promise<void> {
  const transaction = database.transaction(sealedStores, 'readwrite');
  for (const store of sealedStores) await transaction.objectStore(store).clear();
  await transaction.done;
  const keys = { current: newKey(), former: null };
  const seal = await createSeal(keys);
  // Before the key is kept: a key without this mark tells that the history was lost.
  if (seal !== null) await markBegun({ database, seal });
  await keeper.change(withKeysAfter(null, keys));
}

/**
 * Makes a damaged index anew; whether it did. That is noted before, so that a worker that dies in between tells it
 * twice rather than never, and taken back where it was not done.
 */
async function noteRepair(
  open: () => Promise<WritableHistory>,
  keeper: PlaceKeeper,
): Promise<boolean> {
  let notice: string | undefined;
  let isMended = false;
  try {
    isMended = await repairIndex(open, async () => {
      const { setAside } = await keeper.change((before) =>
        withNotice(before, 'mended', new Date()),
      );
      notice = setAside.at(-1)?.database;
    });
  } finally {
    if (!isMended && notice !== undefined) await deleteSetAside(keeper, notice);
  }
  return isMended;
}

async function deleteSetAside(keeper: PlaceKeeper, database: string): Promise<void> {
  const { setAside } = await keeper.places();
  if (!setAside.some((one) => one.database === database)) return;
  await deleteDatabase(database);
  await keeper.change(withoutSetAside(database));
}

/**
 * Those of no place too, which a worker that died may have left. Where the file of one is damaged, Firefox lists none,
 * and so they are listed once those are gone that are known.
 */
async function deleteDatabases({ current, setAside }: Places): Promise<void> {
  const known = [current, ...setAside].map(({ database }) => database);
  await runAll([() => deleteAll([databaseName, ...known]), deleteListed]);
}

async function deleteListed(): Promise<void> {
  const listed = await indexedDB.databases();
  await deleteAll(listed.map(({ name = databaseName }) => name));
}

function deleteAll(names: readonly string[]): Promise<void> {
  return runAll(names.map((name) => () => deleteDatabase(name)));
}
