import { deleteDatabase } from './delete-database.ts';
import type { Places } from './places.ts';

/**
 * Names of databases that have no place: a page was building them, or a worker leaving them, when it died.
 * @param others names of databases that hold no history
 */
export async function findStrays(
  { current, setAside }: Places,
  others: readonly string[] = [],
): Promise<string[]> {
  const placed = [current, ...setAside].map(({ database }) => database).concat(others);
  const found = await indexedDB.databases();
  return found.flatMap(({ name = '' }) => (name === '' || placed.includes(name) ? [] : [name]));
}

export async function deleteStrays(names: readonly string[]): Promise<void> {
  for (const name of names) await deleteDatabase(name);
}
