import { lastNumberIn } from '../kept/end.ts';
import { roundStores } from '../kept/piece.ts';
import type { WritableHistory } from '../open.ts';
import type { SealedTransaction } from '../put-all.ts';
import { isSameRecord } from '../same-record.ts';
import type { Sealed } from '../seal.ts';
import { emptyIndex, type HistoryIndex, indexVersion } from './records.ts';

/** The end of the history, as it was read before a write. */
export interface Place {
  index: HistoryIndex;
  /** Number of the last round; 0 without any. */
  last: number;
  /** There is an index, under another key. */
  isUnreadable: boolean;
  /** The index's record as it was read. */
  record: Sealed | undefined;
}

export async function readPlace({ database, seal }: WritableHistory): Promise<Place> {
  const transaction = database.transaction(['sealedFacts', ...roundStores]);
  const [record, last] = await Promise.all([
    transaction.objectStore('sealedFacts').get('index'),
    lastNumberIn(transaction),
  ]);
  const opened = record && (await seal.open<HistoryIndex>(record));
  return {
    index: opened ?? emptyIndex,
    last,
    isUnreadable: record !== undefined && opened === undefined,
    record,
  };
}

/** Whether all rounds are in the index, as this version makes it. */
export function isIndexed({ index, last, isUnreadable }: Place): boolean {
  return !isUnreadable && index.version === indexVersion && last <= index.through;
}

/** Whether the history still ends there; another write may have come between. */
export async function isStillAt(transaction: SealedTransaction, place: Place): Promise<boolean> {
  const [record, last] = await Promise.all([
    transaction.objectStore('sealedFacts').get('index'),
    lastNumberIn(transaction),
  ]);
  return last === place.last && isSameRecord(record, place.record);
}
