import { browser } from 'wxt/browser';
import type { OwnHistory } from '../../../history/own-history.ts';
import type { RoundController } from '../../../round/controller.ts';
import type { Queue } from '../../../steps/queue.ts';
import { runAll } from '../../../steps/run-all.ts';
import { betweenChanges } from '../../between-changes.ts';
import { dataConsent } from '../../upload-permissions.ts';
import { clearAlarms } from '../alarms.ts';
import { showBadge } from '../alerts/badge.ts';
import { clearNotifications } from '../alerts/notifications.ts';
import type { PendingWork } from '../pending-work.ts';
import { forbidUploads } from '../upload/upload-rules.ts';
import type { Uploads } from '../upload/uploads.ts';
import { clearStorage } from './clear-storage.ts';
import type { StoredPlaces } from './history-places.ts';
import type { Indexing } from './indexing.ts';

interface Kept {
  controller: Pick<RoundController, 'cancel' | 'idle'>;
  history: Pick<OwnHistory, 'destroy'>;
  indexing: Pick<Indexing, 'stop'>;
  keys: Pick<StoredPlaces, 'close' | 'reopen'>;
  work: Pick<PendingWork, 'done'>;
  uploads: Pick<Uploads, 'stop'>;
  /** A policy that is followed, or a backup that is restored, writes what it had read before. */
  enqueue: Queue;
}

/**
 * Deletes all that was ever kept. The storage is cleared first: without the yes no round starts any more, and
 * without its key the history cannot be read, even if the worker dies before the end. Until then no key is kept, so
 * that what still writes to the history ends. The storage is cleared again once nothing can write any more. A step that
 * fails, as on a full disk, holds up none of the others.
 * @throws the first error
 */
export async function deleteEverything(kept: Kept): Promise<void> {
  const { keys } = kept;
  await runAll([
    () => keys.close(() => betweenChanges(clearAll)),
    () => deleteRest(kept),
    () => keys.reopen(),
    clearAlarms,
    clearNotifications,
    returnPermissions,
    () => showBadge(null),
  ]);
}

async function deleteRest(kept: Kept): Promise<void> {
  const { controller, history, indexing, work, uploads, enqueue } = kept;
  const steps = [
    () => controller.idle(),
    () => work.done(),
    // All databases, the outbox too.
    () => history.destroy(),
    forbidUploads,
    () => betweenChanges(clearAll),
  ];
  await runAll([
    () => uploads.stop(),
    () => controller.cancel(),
    () => indexing.stop(),
    () => enqueue(() => runAll(steps)),
  ]);
}

function clearAll(): Promise<void> {
  return runAll([clearStorage, () => browser.storage.session.clear()]);
}

/** Those that the person gave: for the route, for sites of their own, for alerts, and for an upload. */
async function returnPermissions(): Promise<void> {
  const { host_permissions: required = [] } = browser.runtime.getManifest();
  const { origins = [] } = await browser.permissions.getAll();
  const given = origins.filter((pattern) => !required.includes(pattern));
  const some = { origins: given, permissions: ['notifications' as const], ...dataConsent };
  await browser.permissions.remove(some);
}
