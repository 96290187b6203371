import type { Connection, HistoryDatabase } from './connection.ts';
import { makeDatabase, suspicionOf, whyUseless } from './damage.ts';
import { deleteDatabase } from './delete-database.ts';
import type { PlaceKeeper } from './own-history.ts';
import { withSetAside } from './places.ts';

/** Opens the database in use, and sets one aside that is of no use. */
export interface Mending {
  open: () => Promise<HistoryDatabase>;
  /** Runs a step, and once more where it failed on a database that was set aside then. */
  through: <Result>(step: () => Promise<Result>) => Promise<Result>;
  /** Looks into the database in use. True where it was set aside. */
  mend: () => Promise<boolean>;
}

/** @param onSetAside called once the history goes on in a new database */
export function createMending(
  keeper: PlaceKeeper,
  connection: Connection,
  onSetAside: () => void,
): Mending {
  let looking: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const isSetAside = await setAsideIfUseless(keeper, connection);
    if (isSetAside) onSetAside();
    return isSetAside;
  }

  /** However many ask, once. */
  function mend(): Promise<boolean> {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function through<Result>(step: () => Promise<Result>): Promise<Result> {
    try {
      return await step();
    } catch (error) {
      if (suspicionOf(error) === null || !(await mend())) throw error;
      return step();
    }
  }

  return {
    open: () => through(async () => connection.open((await keeper.places()).current.database)),
    through,
    mend,
  };
}

/** Whether it did: it does only where a new one works, and no other has taken its place meanwhile. */
async function setAsideIfUseless(keeper: PlaceKeeper, connection: Connection): Promise<boolean> {
  const { database: suspect } = (await keeper.places()).current;
  await connection.close();
  const database = await makeDatabase();
  if (database === null) return false;
  // After the new one has worked: what kept the old one from opening may have passed by now.
  const why = await whyUseless(suspect);
  const next = why && { database, why, now: new Date() };
  const { current } = await keeper.change((before) =>
    next !== null && before.current.database === suspect ? withSetAside(before, next) : before,
  );
  if (current.database === database) return true;
  await deleteDatabase(database);
  return false;
}
