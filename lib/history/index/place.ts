import type { WritableHistory } from '../open.ts';
import type { SealedTransaction } from '../put-all.ts';
import type { Sealed } from '../seal.ts';
import { type HistoryIndex, readIndexOf } from './records.ts';

/** The end of the history, as it was read before a write. */
export interface Place {
  index: HistoryIndex;
  /** Number of the last round; 0 without any. */
  last: number;
  /** The index's record as it was read. */
  record: Sealed | undefined;
}

export async function readPlace({ database, seal }: WritableHistory): Promise<Place> {
  const transaction = database.transaction(['sealedFacts', 'sealedRounds']);
  const [record, last] = await Promise.all([
    transaction.objectStore('sealedFacts').get('index'),
    transaction.objectStore('sealedRounds').openKeyCursor(null, 'prev'),
  ]);
  const index = readIndexOf(record && (await seal.open(record)));
  return { index, last: last?.primaryKey ?? 0, record };
}

/** Whether all rounds are in the index. */
export function isIndexed({ index, last }: Place): boolean {
  return last <= index.through;
}

/** Whether the history still ends there; another write may have come between. */
export async function isStillAt(transaction: SealedTransaction, place: Place): Promise<boolean> {
  const [record, last] = await Promise.all([
    transaction.objectStore('sealedFacts').get('index'),
    transaction.objectStore('sealedRounds').openKeyCursor(null, 'prev'),
  ]);
  return (last?.primaryKey ?? 0) === place.last && isSame(record, place.record);
}

function isSame(one: Sealed | undefined, other: Sealed | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return new Uint8Array(one.iv).join() === new Uint8Array(other.iv).join();
}
