import { restoreHistory } from '../../../backup/restore-history.ts';
import { restoredSettings } from '../../../backup/restored-settings.ts';
import { readEnd } from '../../../history/history-end.ts';
import { makeHistory, type NewPlace } from '../../../history/new-history.ts';
import type { History } from '../../../history/open.ts';
import type { RestoreChoices } from '../../../model/backup.ts';
import type { HistoryEnd, HistorySwitch } from '../../../model/history-switch.ts';
import type { Saving } from '../../../view/page/page-sources.ts';
import { whileBuilding } from '../../history-building.ts';
import { spaced } from '../spaced.ts';
import { readStored } from '../stored.ts';
import type { OpenedBackup } from './open-backup.ts';
import { readStoredSettings } from './stored-settings.ts';

interface Restoring extends Saving {
  history: () => Promise<History>;
  /** Has the worker use what was built. */
  switchHistory: (request: HistorySwitch) => Promise<boolean>;
}

/** A check that ends meanwhile makes the history be built anew; so many in a row do not come. */
const mostTries = 5;

/**
 * Builds a history of a backup and of what is to stay, and has the worker use it, all of it or nothing.
 * @throws where it cannot be built or used; then nothing has changed
 */
export async function restoreBackup(
  backup: OpenedBackup,
  choices: RestoreChoices,
  restoring: Restoring,
): Promise<void> {
  await whileBuilding(async () => {
    const first = await readEnd((await restoring.history()).database);
    // What is recorded from now on stays in any case.
    const beyond = choices.how === 'merge' ? null : first.number;
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (await tryToRestore(backup, { ...restoring, choices, beyond })) return;
    }
    throw new Error('Checks came between, again and again.');
  });
}

interface Try extends Restoring {
  choices: RestoreChoices;
  beyond: number | null;
}

async function tryToRestore(backup: OpenedBackup, one: Try): Promise<boolean> {
  const { choices, beyond, signal } = one;
  const present = await one.history();
  const end = await readEnd(present.database);
  const { recordExit } = choices.settings
    ? backup.settings.routing
    : (await readStoredSettings()).routing;
  const progress = spaced(one.onProgress);
  const total = backup.known.starts.size + (beyond === null ? end.number : 0);
  return makeHistory(
    async (target) => {
      await restoreHistory(target, {
        backup,
        present,
        beyond,
        keepsExits: recordExit,
        signal,
        onEntry: (done) => progress({ done, total }),
      });
      signal.throwIfAborted();
    },
    (place) => switchTo(place, end, backup, one),
  );
}

async function switchTo(
  place: NewPlace,
  end: HistoryEnd,
  backup: OpenedBackup,
  { choices, switchHistory }: Try,
): Promise<boolean> {
  const settings = choices.settings
    ? restoredSettings(backup.settings, { ...backup, permitted: choices.permitted })
    : null;
  try {
    return await switchHistory({ ...place, end, settings });
  } catch (error) {
    // The worker may have died after it had done so.
    const { places } = await readStored();
    if (places.current.database === place.database) return true;
    throw error;
  }
}
