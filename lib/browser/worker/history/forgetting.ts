import type { OwnHistory } from '../../../history/own-history.ts';
import { forgetOldRounds } from '../../../history/retention/forget-old.ts';
import { thinOut } from '../../../history/retention/thin-out.ts';
import { roundWithout } from '../../../history/rewriting/omissions.ts';
import { createRewriting } from '../../../history/rewriting/rewriting.ts';
import type { Omission } from '../../../model/deletion.ts';
import type { RoundController } from '../../../round/controller.ts';
import { changeLostRound } from '../../lost-round.ts';
import { storedItem } from '../../stored-item.ts';
import { createKeepAlive } from '../keep-alive.ts';
import type { PendingWork } from '../pending-work.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import type { StoredPlaces } from './history-places.ts';

/** Removes parts of the history, and tells the pages. */
export interface Forgetting {
  /**
   * Begins to delete a day's worth of what is older than the person wants it kept, or has no room; all of it where
   * they ask. Where lately nothing was, it does not look.
   */
  forgetOld(request?: { all: boolean }): void;
  /** Begins to rewrite what was kept; resolves once it is noted that this is to be done. */
  leaveOut(omission: Omission): Promise<void>;
  /** Goes on with it where an earlier worker has died meanwhile. */
  resume(): void;
}

interface Kept {
  history: OwnHistory;
  keys: StoredPlaces;
  work: PendingWork;
}

interface RunningRounds {
  controller: Pick<RoundController, 'idle' | 'progress'>;
  /** Resolves once a round whose worker died has been resumed or closed. */
  ready: Promise<void>;
}

/** When a look found nothing to delete, in milliseconds since 1970; kept in memory. */
const lastLook = storedItem<number>('session', 'lastLookForOld');
/** A look reads rounds, days and sizes, none of which a pulse needs. */
const restMs = 6 * 60 * 60 * 1000;

export function createForgetting(
  { history, keys, work }: Kept,
  { controller, ready }: RunningRounds,
  onChanged: () => void,
): Forgetting {
  const rewriting = createRewriting(history, keys, {
    // Those too that this worker has to resume.
    idle: () => ready.then(() => controller.idle()),
    isRunning: () => controller.progress() !== null,
    onChanged,
  });
  let running: Promise<void> = Promise.resolve();

  async function rewrite(): Promise<void> {
    const keepAlive = createKeepAlive();
    keepAlive.start();
    try {
      await rewriting.run();
    } finally {
      keepAlive.stop();
    }
  }

  async function deleteOld(all: boolean): Promise<void> {
    const now = new Date();
    const [looked, { keptDays }] = await Promise.all([lastLook.read(), readCheckSettings()]);
    if (!all && Math.abs(now.getTime() - (looked ?? 0)) < restMs) return;
    const read = await history.toRead();
    const isForgotten = await forgetOldRounds(read, keptDays, now);
    if (!(await thinOut(read)) && !isForgotten) return lastLook.write(now.getTime());
    onChanged();
    if (all) await deleteOld(all);
  }

  function resume(): void {
    running = running.catch(() => undefined).then(rewrite);
    work.add(running);
  }

  return {
    forgetOld: ({ all } = { all: false }) => work.add(deleteOld(all)),
    async leaveOut(omission) {
      await rewriting.note(omission);
      await leaveOutOfLost(omission);
      onChanged();
      resume();
    },
    resume,
  };
}

/** The last round may be in memory alone. */
function leaveOutOfLost(omission: Omission): Promise<void> {
  return changeLostRound(({ round }) => ({ round: round && roundWithout(round, [omission]) }));
}
