import type { HistoryDatabase } from '../connection.ts';
import { countOf, type RoundStore, roundStores } from './piece.ts';

/** Records of each store that tell how large they are. */
const sampled = 16;

/** How many rounds are kept, those included that do not open. */
export async function countKept(database: HistoryDatabase): Promise<number> {
  const [singles, bundles] = await Promise.all([
    database.count('sealedRounds'),
    database.getAllKeys('sealedBundles'),
  ]);
  return bundles.reduce((sum, key) => sum + countOf(key), singles);
}

/** About how many bytes they take, from the number of records and the size of some. */
export async function bytesKept(database: HistoryDatabase): Promise<number> {
  const sizes = await Promise.all(roundStores.map((store) => bytesIn(database, store)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function bytesIn(database: HistoryDatabase, store: RoundStore): Promise<number> {
  const records = database.transaction(store).store;
  const keys = await records.getAllKeys();
  const step = Math.max(1, keys.length / sampled);
  const looked = keys.filter((_key, index) => index % step < 1);
  const found = await Promise.all(looked.map((key) => records.get(key)));
  const bytes = found.reduce((sum, record) => sum + (record?.data.byteLength ?? 0), 0);
  return (keys.length * bytes) / Math.max(1, looked.length);
}
