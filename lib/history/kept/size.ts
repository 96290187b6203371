import type { HistoryDatabase } from '../connection.ts';

/** Records of either end that tell how large they are. */
const sampled = 32;

/** How many rounds are kept, those included that do not open. */
export function countKept(database: HistoryDatabase): Promise<number> {
  return database.count('sealedRounds');
}

/** About how many bytes they take, from their number and the size of some. */
export async function bytesKept(database: HistoryDatabase): Promise<number> {
  const { store } = database.transaction('sealedRounds');
  const [count, oldest, last] = await Promise.all([
    store.count(),
    store.getAll(null, sampled),
    store.openKeyCursor(null, 'prev'),
  ]);
  const newest = await database.getAll(
    'sealedRounds',
    IDBKeyRange.lowerBound((last?.primaryKey ?? 0) - sampled, true),
  );
  const sizes = [...oldest, ...newest].map(({ data }) => data.byteLength);
  return (count * sizes.reduce((sum, size) => sum + size, 0)) / Math.max(1, sizes.length);
}
