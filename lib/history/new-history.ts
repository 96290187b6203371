import { openDatabase } from './connection.ts';
import { deleteDatabase } from './delete-database.ts';
import type { WritableHistory } from './open.ts';
import { newDatabaseName } from './places.ts';
import { quickPacking } from './quick-packing.ts';
import { createSeal, newKey } from './seal.ts';

/** Where a new history lies. */
export interface NewPlace {
  database: string;
  key: string;
}

/**
 * Makes a new database under a key of its own, and has it filled and used. Deletes it where it is not filled, or not
 * used; not where that is unknown, as using it failed: then the next start of the worker deletes it, if it has no place.
 */
export async function makeHistory(
  fill: (history: WritableHistory) => Promise<void>,
  use: (place: NewPlace) => Promise<boolean>,
): Promise<boolean> {
  const place = { database: newDatabaseName(), key: newKey() };
  try {
    await fillNew(place, fill);
  } catch (error) {
    await deleteDatabase(place.database).catch(() => undefined);
    throw error;
  }
  const isUsed = await use(place);
  if (!isUsed) await deleteDatabase(place.database);
  return isUsed;
}

async function fillNew(
  { database: name, key }: NewPlace,
  fill: (history: WritableHistory) => Promise<void>,
): Promise<void> {
  const seal = await createSeal({ current: key, former: null }, quickPacking);
  if (seal === null) return;
  const database = await openDatabase(name);
  await fill({ database, seal }).finally(() => database.close());
}
