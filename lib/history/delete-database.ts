import { deleteDB } from 'idb';

/** Deletes a database once every page has closed it, and says so where it must wait for that. */
export function deleteDatabase(name: string): Promise<void> {
  return deleteDB(name, { blocked: () => console.warn('Waits to delete', name) });
}
