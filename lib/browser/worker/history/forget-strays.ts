import { browser } from 'wxt/browser';
import { placesWithoutKey } from '../../../history/keyless.ts';
import { deleteStrays, findStrays } from '../../../history/strays.ts';
import { outboxDatabase } from '../../../upload/database.ts';
import { unlessBuilding } from '../../history-building.ts';
import { itemsOf, placeItems, placesIn } from '../../history-places.ts';
import { localItems } from '../../local-items.ts';

/**
 * Sets histories aside whose key is gone, and begins to delete databases that have no place. To be called before the history is read: what is made without a
 * place afterwards is not among them.
 */
export async function forgetStrays(): Promise<void> {
  await unlessBuilding(async () => {
    const local = localItems(browser.storage.local);
    const items = await local.get([...placeItems, 'upload']);
    const found = placesIn(items);
    const anew = await placesWithoutKey(found, new Date());
    if (anew !== null) await local.set(itemsOf(anew));
    const places = anew ?? found;
    // That of an upload that is off is not needed either.
    const others = 'upload' in items ? [outboxDatabase] : [];
    void deleteStrays(await findStrays(places, others)).catch(console.error);
  });
}
