import { indexRounds } from '../index/index-rounds.ts';
import { isIndexed, type Place, readPlace } from '../index/place.ts';
import { repairIndex } from '../index/repair.ts';
import type { WritableHistory } from '../open.ts';

/**
 * The end of the history, once all rounds are in the index. One that is found damaged is made anew without a notice:
 * one is given where the history is opened, and damage comes here only since then.
 */
export async function indexedPlace(open: () => Promise<WritableHistory>): Promise<Place> {
  for (;;) {
    await indexRounds(open);
    const place = await readPlace(await open());
    if (isIndexed(place)) return place;
    await repairIndex(open);
  }
}
