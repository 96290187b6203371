import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach } from 'vitest';
import { type History, openHistory } from '../../lib/history/open.ts';
import { databaseName } from '../../lib/history/schema.ts';

/** Opens histories for the tests of one file, and deletes the database after each of them. */
export function useHistory(): () => Promise<History> {
  const opened: History[] = [];
  afterEach(async () => {
    for (const history of opened.splice(0)) history.close();
    await deleteDB(databaseName);
  });
  return async () => {
    const history = await openHistory();
    opened.push(history);
    return history;
  };
}
