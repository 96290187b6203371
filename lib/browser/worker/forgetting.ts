import { beginToForgetExits, finishForgettingExits } from '../../history/forget-exits.ts';
import type { OwnHistory } from '../../history/own-history.ts';
import { forgetOldRounds } from '../../history/retention/forget-old.ts';
import { thinOut } from '../../history/retention/thin-out.ts';
import { readCheckSettings } from '../check-settings.ts';
import type { StoredPlaces } from './history-places.ts';
import { createKeepAlive } from './keep-alive.ts';
import type { PendingWork } from './pending-work.ts';

/** Removes parts of the history, and tells the pages. */
export interface Forgetting {
  /**
   * Begins to delete a day's worth of what is older than the person wants it kept, or has no room; all of it where
   * they ask.
   */
  forgetOld(request?: { all: boolean }): void;
  /** Begins to rewrite what was kept; resolves once it is noted that this is to be done. */
  forgetExits(): Promise<void>;
  /** Goes on with it where an earlier worker has died meanwhile. */
  resume(): void;
}

export function createForgetting(
  history: OwnHistory,
  keys: StoredPlaces,
  work: PendingWork,
  onChanged: () => void,
): Forgetting {
  let rewriting: Promise<void> = Promise.resolve();

  async function rewrite(): Promise<void> {
    if ((await keys.read()).former === null) return;
    const keepAlive = createKeepAlive();
    keepAlive.start();
    try {
      await finishForgettingExits(history, keys);
      onChanged();
    } finally {
      keepAlive.stop();
    }
  }

  async function deleteOld(all: boolean): Promise<void> {
    const { keptDays } = await readCheckSettings();
    const read = await history.toRead();
    const deleted = (await forgetOldRounds(read, keptDays, new Date())) + (await thinOut(read));
    if (deleted === 0) return;
    onChanged();
    if (all) await deleteOld(all);
  }

  function resume(): void {
    rewriting = rewriting.catch(() => undefined).then(rewrite);
    work.add(rewriting);
  }

  return {
    forgetOld: ({ all } = { all: false }) => work.add(deleteOld(all)),
    async forgetExits() {
      await beginToForgetExits(keys);
      resume();
    },
    resume,
  };
}
