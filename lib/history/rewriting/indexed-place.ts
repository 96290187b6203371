import { indexRounds } from '../index/index-rounds.ts';
import { isIndexed, type Place, readPlace } from '../index/place.ts';
import type { WritableHistory } from '../open.ts';

/** The end of the history, once all rounds are in the index. An index that no key opens is made anew. */
export async function indexedPlace(open: () => Promise<WritableHistory>): Promise<Place> {
  for (;;) {
    await indexRounds(open);
    const history = await open();
    const place = await readPlace(history);
    if (isIndexed(place)) return place;
    if (place.isUnreadable) await history.database.delete('sealedFacts', 'index');
  }
}
