import type { History } from '../open.ts';
import type { SealedTransaction, Write } from '../put-all.ts';
import type { Seal } from '../seal.ts';
import { closeDay } from './day-record.ts';
import type { IndexDraft } from './draft.ts';
import {
  type DayRecord,
  emptyIndex,
  type HistoryIndex,
  type MonthRecord,
  type TransitionsRecord,
} from './records.ts';

/** The stores of the index, and what their records hold. */
export interface IndexStores {
  sealedDays: DayRecord;
  sealedMonths: MonthRecord;
  sealedTransitions: TransitionsRecord;
}

/** Without `facts.ts`: pages load this later, and the popup would have to load what they share as a second script. */
export async function readIndex({ database, seal }: History): Promise<HistoryIndex> {
  const sealed = seal === null ? undefined : await database.get('sealedFacts', 'index');
  return (sealed && (await seal?.open<HistoryIndex>(sealed))) ?? emptyIndex;
}

/** Seals what a draft has changed. */
export async function sealDraft(seal: Seal, draft: IndexDraft): Promise<Write[]> {
  const days = [...draft.days].map(
    async ([key, day]): Promise<Write> => ({
      store: 'sealedDays',
      key,
      record: await closeDay(seal, day),
    }),
  );
  const changed = [
    ...entriesOf('sealedMonths', draft.months),
    ...entriesOf('sealedTransitions', draft.transitions),
  ];
  const index = await sealIndex(seal, draft.index);
  return [
    ...(await Promise.all(days)),
    ...(await Promise.all(
      changed.map(async ({ value, ...place }) => ({
        ...place,
        record: await seal.close(value),
      })),
    )),
    index,
  ];
}

/** Whatever changes rounds writes the index, though as it was: who writes beside it has to begin anew. */
export async function sealIndex(seal: Seal, index: HistoryIndex): Promise<Write> {
  return { store: 'sealedFacts', key: 'index', record: await seal.closeAsIs(index) };
}

function entriesOf<Store extends keyof IndexStores>(
  store: Store,
  records: ReadonlyMap<number, IndexStores[Store]>,
): { store: Store; key: number; value: IndexStores[Store] }[] {
  return [...records].map(([key, value]) => ({ store, key, value }));
}

export async function clearIndex(transaction: SealedTransaction): Promise<void> {
  const stores = ['sealedDays', 'sealedMonths', 'sealedTransitions'] as const;
  for (const store of stores) await transaction.objectStore(store).clear();
}
