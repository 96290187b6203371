import { createConnection, type HistoryDatabase, type OpenNamed } from './connection.ts';
import type { HistoryPlace } from './places.ts';
import { createSealOf, type Seal } from './seal.ts';

/** The database and what opens its records. */
export interface History {
  database: HistoryDatabase;
  /** Null without a key: then nothing can be read. */
  seal: Seal | null;
}

export interface WritableHistory extends History {
  seal: Seal;
}

/**
 * Returns the history to be read, with one connection for all calls.
 * @param readPlace asked at every call, as the worker may have changed the keys or moved the history
 * @param openNamed opens the database of a name, where that is more than to open it
 */
export function createHistory(
  readPlace: () => Promise<HistoryPlace>,
  openNamed?: OpenNamed,
): () => Promise<History> {
  const connection = createConnection(undefined, openNamed);
  const sealOf = createSealOf();
  return async () => {
    const { database: name, keys } = await readPlace();
    const [database, seal] = await Promise.all([connection.open(name), sealOf(keys)]);
    return { database, seal };
  };
}
