import { createConnection, type HistoryDatabase } from './connection.ts';
import { createSealOf, type HistoryKeys, type Seal } from './seal.ts';

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
 * @param readKeys asked at every call, as the worker may have changed the keys
 */
export function createHistory(readKeys: () => Promise<HistoryKeys>): () => Promise<History> {
  const connection = createConnection();
  const sealOf = createSealOf();
  return async () => {
    const [database, seal] = await Promise.all([connection.open(), readKeys().then(sealOf)]);
    return { database, seal };
  };
}
