import { browser } from 'wxt/browser';
import { deleteStrays, findStrays } from '../../history/strays.ts';
import { unlessBuilding } from '../history-building.ts';
import { placeItems, placesIn } from '../history-places.ts';

/**
 * Begins to delete databases that have no place. To be called before the history is read: what is made without a
 * place afterwards is not among them.
 */
export async function forgetStrays(): Promise<void> {
  await unlessBuilding(async () => {
    const places = placesIn(await browser.storage.local.get([...placeItems]));
    void deleteStrays(await findStrays(places)).catch(console.error);
  });
}
