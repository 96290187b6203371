import { deleteStrays, findStrays } from '../../../history/strays.ts';
import { outboxDatabase } from '../../../upload/database.ts';
import { unlessBuilding } from '../../history-building.ts';
import { placeItems, placesIn } from '../../history-places.ts';
import { readLocal } from '../../local-items.ts';

/**
 * Begins to delete databases that have no place. To be called before the history is read: what is made without a
 * place afterwards is not among them.
 */
export async function forgetStrays(): Promise<void> {
  await unlessBuilding(async () => {
    const items = await readLocal([...placeItems, 'upload']);
    const places = placesIn(items);
    // That of an upload that is off is not needed either.
    const others = 'upload' in items ? [outboxDatabase] : [];
    void deleteStrays(await findStrays(places, others)).catch(console.error);
  });
}
