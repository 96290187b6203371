import type { HistorySwitch } from '../model/history-switch.ts';
import { type Connection, openDatabase } from './connection.ts';
import { deleteDatabase } from './delete-database.ts';
import { readFact } from './facts.ts';
import { readEnd } from './history-end.ts';
import type { PlaceKeeper } from './own-history.ts';
import { isSamePlace, type Places } from './places.ts';
import { quickPacking } from './quick-packing.ts';
import { createSeal } from './seal.ts';

/**
 * Goes on in a database that a page has built, and deletes the one before. False, and changes nothing, where a round
 * was recorded since the page read the one before, or another has taken its place.
 * @param items for the storage, in the same write
 * @throws where there is no such database, or it is not under that key
 */
export async function switchHistory(
  keeper: PlaceKeeper,
  connection: Connection,
  { database, key, end, items }: Omit<HistorySwitch, 'settings'> & { items: object },
): Promise<boolean> {
  const place = { database, keys: { current: key, former: null } };
  await expectHistory(place);
  const { current } = await keeper.places();
  const { number, mark } = await readEnd(await connection.open(current.database));
  if (number !== end.number || mark !== end.mark) return false;
  const after = await keeper.change(
    (before) => (isSamePlace(before.current, current) ? { ...before, current: place } : before),
    items,
  );
  if (!isSamePlace(after.current, place)) return false;
  await connection.close();
  await deleteDatabase(current.database);
  return true;
}

async function expectHistory({ database: name, keys }: Places['current']): Promise<void> {
  // Where the file of another is damaged, Firefox lists none.
  const known = await indexedDB.databases().catch(() => [{ name }]);
  if (known.some((one) => one.name === name)) {
    const database = await openDatabase(name);
    const seal = await createSeal(keys, quickPacking);
    const begun = await readFact({ database, seal }, 'begun').finally(() => database.close());
    if (begun !== undefined) return;
  }
  throw new Error(`database: found ${JSON.stringify(name)}, allowed: one built under that key`);
}
