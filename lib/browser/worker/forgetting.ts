import { beginToForgetExits, finishForgettingExits } from '../../history/forget-exits.ts';
import type { OwnHistory } from '../../history/own-history.ts';
import { forgetOldRounds } from '../../history/retention.ts';
import { readCheckSettings } from '../check-settings.ts';
import type { StoredKeys } from './history-keys.ts';
import { createKeepAlive } from './keep-alive.ts';
import type { PendingWork } from './pending-work.ts';

/** Removes parts of the history, and tells the pages. */
export interface Forgetting {
  /** Begins to delete the rounds that are older than the person wants them kept. */
  forgetOld(): void;
  /** Begins to rewrite what was kept; resolves once it is noted that this is to be done. */
  forgetExits(): Promise<void>;
  /** Goes on with it where an earlier worker has died meanwhile. */
  resume(): void;
}

export function createForgetting(
  history: OwnHistory,
  keys: StoredKeys,
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

  async function deleteOld(): Promise<void> {
    const { keptDays } = await readCheckSettings();
    const deleted = await forgetOldRounds(await history.toRead(), keptDays, new Date());
    if (deleted > 0) onChanged();
  }

  function resume(): void {
    rewriting = rewriting.catch(() => undefined).then(rewrite);
    work.add(rewriting);
  }

  return {
    forgetOld: () => work.add(deleteOld()),
    async forgetExits() {
      await beginToForgetExits(keys);
      resume();
    },
    resume,
  };
}
