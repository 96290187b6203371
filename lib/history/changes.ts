import type { SealedTransaction, Write } from './put-all.ts';
import { putAll } from './put-all.ts';
import type { FactName } from './schema.ts';

/** What one transaction is to write and to delete. */
export interface Changes {
  writes: Write[];
  deleted: Removed[];
}

type Removed =
  | { store: Exclude<Write['store'], 'sealedFacts'>; key: number }
  | { store: 'sealedFacts'; key: FactName };

export function addChanges(changes: Changes, { writes, deleted }: Changes): void {
  changes.writes.push(...writes);
  changes.deleted.push(...deleted);
}

export async function makeChanges(
  transaction: SealedTransaction,
  { writes, deleted }: Changes,
): Promise<void> {
  await putAll(transaction, writes);
  await Promise.all(
    deleted.map(async ({ store, key }) => {
      await transaction.objectStore(store).delete(key);
    }),
  );
}
