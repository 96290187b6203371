import type { IDBPTransaction } from 'idb';
import type { FactName, HistorySchema, sealedStores } from './schema.ts';
import type { Sealed } from './seal.ts';

export type SealedTransaction = IDBPTransaction<HistorySchema, typeof sealedStores, 'readwrite'>;

/** A record that is to be written. */
export type Write =
  | { store: Exclude<(typeof sealedStores)[number], 'sealedFacts'>; key: number; record: Sealed }
  | { store: 'sealedFacts'; key: FactName; record: Sealed };

/** Writes records together: to wait for each of them would take longer than to write them. */
export async function putAll(
  transaction: SealedTransaction,
  writes: readonly Write[],
): Promise<void> {
  await Promise.all(
    writes.map(async ({ store, key, record }) => {
      await transaction.objectStore(store).put(record, key);
    }),
  );
}
