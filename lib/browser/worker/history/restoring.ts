import type { OwnHistory } from '../../../history/own-history.ts';
import type { HistorySwitch } from '../../../model/history-switch.ts';
import type { RoundController } from '../../../round/controller.ts';
import { restoredItems } from '../../../settings/restored-items.ts';
import type { Queue } from '../../../steps/queue.ts';
import { reschedule } from '../checks/schedule.ts';
import type { PendingWork } from '../pending-work.ts';
import { returnPermissions } from '../settings/permissions.ts';
import type { TellSettings } from '../settings/tell-settings.ts';
import { readCheckSettings } from '../stored/check-settings.ts';

export interface Restoring {
  controller: Pick<RoundController, 'idle' | 'progress'>;
  history: Pick<OwnHistory, 'switchTo'>;
  work: PendingWork;
  /** Called where the history is another afterwards. */
  onHistory: () => void;
  tell: TellSettings;
  /** A policy that is followed meanwhile would be undone by settings made of those before it. */
  enqueue: Queue;
}

/**
 * Puts a history that a page has built in the place of the one in use, with the settings that come with it. Waits
 * for the running round. False, and nothing changes, where a round was recorded since the page read the history.
 */
export function createRestoring({
  controller,
  history,
  work,
  onHistory,
  tell,
  enqueue,
}: Restoring) {
  async function restore({ settings, ...to }: HistorySwitch): Promise<boolean> {
    const before = await readCheckSettings();
    const items = settings === null ? {} : restoredItems(settings, before);
    if (!(await history.switchTo(to, items))) return false;
    await reschedule(before, await readCheckSettings());
    await returnPermissions();
    // The badge follows both.
    await tell();
    onHistory();
    return true;
  }

  return (request: HistorySwitch): Promise<boolean> =>
    enqueue(async () => {
      // What still writes would write to the history that goes.
      do {
        await controller.idle();
        await work.done();
      } while (controller.progress() !== null);
      const restoring = restore(request);
      work.add(restoring);
      return restoring;
    });
}
