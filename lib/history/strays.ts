import { deleteDB } from 'idb';
import type { Places } from './places.ts';

/** Names of databases that have no place: a page was building them, or a worker leaving them, when it died. */
export async function findStrays({ current, setAside }: Places): Promise<string[]> {
  const placed = [current, ...setAside].map(({ database }) => database);
  const found = await indexedDB.databases();
  return found.flatMap(({ name = '' }) => (name === '' || placed.includes(name) ? [] : [name]));
}

export async function deleteStrays(names: readonly string[]): Promise<void> {
  for (const name of names) await deleteDB(name);
}
