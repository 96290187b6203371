import { createRoundReader } from '../kept/read-rounds.ts';
import type { WritableHistory } from '../open.ts';
import { openDay } from './day-record.ts';
import type { IndexSource } from './draft.ts';
import type { IndexStores } from './store.ts';

/** Apart from `store.ts`: the dashboard reads the index before it paints, and opens no round for that. */
export function createIndexSource({ database, seal }: WritableHistory): IndexSource {
  const read =
    <Store extends Exclude<keyof IndexStores, 'sealedDays'>>(store: Store) =>
    async (number: number): Promise<IndexStores[Store] | undefined> => {
      const sealed = await database.get(store, number);
      return sealed && seal.open<IndexStores[Store]>(sealed);
    };
  const readRounds = createRoundReader({ database, seal });
  return {
    async day(number) {
      const sealed = await database.get('sealedDays', number);
      return sealed && openDay(seal, sealed);
    },
    month: read('sealedMonths'),
    transitions: read('sealedTransitions'),
    async round(number) {
      for await (const { round } of readRounds([number])) return round;
      return undefined;
    },
  };
}
