import type { PlaceKeeper } from '../../../history/own-history.ts';
import { keysOf, type Places } from '../../../history/places.ts';
import { createQueue } from '../../../steps/queue.ts';
import { betweenChanges } from '../../between-changes.ts';
import { itemsOf, placeItems, placesIn } from '../../history-places.ts';
import { readLocal, removeLocal, writeLocal } from '../../local-items.ts';
import { rewriteStorage, unclean } from './clear-storage.ts';

/** Where the history lies, in `storage.local`; a copy in memory spares a question for each record. */
export interface StoredPlaces extends PlaceKeeper {
  /**
   * Forgets where the history lies, so that nothing of it can be read.
   * @param clear takes it from the storage; no change is under way then, and none is made afterwards
   */
  close(clear: () => Promise<void>): Promise<void>;
  /** Allows changes again, of what is in the storage then. */
  reopen(): void;
}

/** @param ready resolves once the storage may be read */
export function createStoredPlaces(ready: Promise<void>): StoredPlaces {
  const enqueue = createQueue();
  let copy: Places | undefined;
  /** Several may delete everything at once. */
  let closings = 0;

  async function places(): Promise<Places> {
    await ready;
    if (copy !== undefined) return copy;
    const items = await readLocal(placeItems);
    // A change may have been made meanwhile.
    copy ??= placesIn(items);
    return copy;
  }

  async function move(before: Places, after: Places, further: object): Promise<void> {
    const items = itemsOf(after);
    const gone = placeItems.filter((item) => !(item in items));
    const kept = keysOf(after);
    const dropsKey = keysOf(before).some((key) => !kept.includes(key));
    // Not while the storage is written anew, which could bring back what it had read before.
    await betweenChanges(async () => {
      // In one write, so that a worker that dies leaves the one or the other.
      await writeLocal({
        ...Object.fromEntries(gone.map((item) => [item, null])),
        ...items,
        ...further,
        ...(dropsKey && { [unclean]: true }),
      });
      copy = after;
      if (dropsKey) await rewriteStorage(gone);
      else if (gone.length > 0) await removeLocal(gone);
    });
  }

  return {
    places,
    read: async () => (await places()).current.keys,
    change: (change, items = {}) =>
      enqueue(async () => {
        if (closings > 0) throw new Error('The history is being deleted.');
        const before = await places();
        const after = change(before);
        if (after !== before) await move(before, after, items);
        return after;
      }),
    async close(clear) {
      closings += 1;
      await enqueue(clear);
      copy = undefined;
    },
    reopen() {
      copy = undefined;
      closings -= 1;
    },
  };
}
