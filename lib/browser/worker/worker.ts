import { world } from '../../catalog/index.ts';
import { createOwnHistory } from '../../history/own-history.ts';
import type { HandlerDependencies } from '../../messages/handlers.ts';
import type { AllSettings } from '../../messages/protocol.ts';
import type { Omission } from '../../model/deletion.ts';
import type { RoundProgress } from '../../model/progress.ts';
import type { Round } from '../../model/round.ts';
import type { RoundController } from '../../round/controller.ts';
import type { RecordedRound } from '../../round/perform-round.ts';
import { createQueue } from '../../steps/queue.ts';
import { betweenChanges } from '../between-changes.ts';
import type { RoundAlarm } from './alarms.ts';
import { type Alerts, createAlerts } from './alerts/alerts.ts';
import { showLatest } from './alerts/badge.ts';
import { createRounds } from './checks/rounds.ts';
import { startByAlarm } from './checks/schedule.ts';
import { tryService } from './checks/try-service.ts';
import { recoverStorage } from './history/clear-storage.ts';
import { deleteEverything } from './history/delete-everything.ts';
import { forgetStrays } from './history/forget-strays.ts';
import { createForgetting, type Forgetting } from './history/forgetting.ts';
import { createHistoryKeeping } from './history/history-keeping.ts';
import { createStoredPlaces } from './history/history-places.ts';
import { beginIndexing } from './history/indexing.ts';
import { createNoteKeeper } from './history/notes.ts';
import { createReading, type Reading } from './history/reading.ts';
import { createPendingWork } from './pending-work.ts';
import { createProbes } from './probes/probes.ts';
import { keepWatch, look } from './route/route-watch.ts';
import { createCatalogKeeper } from './settings/catalog-file.ts';
import { createOwnServicesKeeper } from './settings/own-services.ts';
import { followPolicy } from './settings/policy.ts';
import { readServiceChoices } from './settings/service-choices.ts';
import { createSettingsKeeper } from './settings/settings-changes.ts';
import { createTelling, type TellSettings } from './settings/tell-settings.ts';
import { createUploads, type Uploads } from './upload/uploads.ts';

/** What messages, alarms and the browser's events ask of the worker. */
export interface BackgroundWorker extends HandlerDependencies, Reading {
  alerts: Alerts;
  uploads: Uploads;
  /** Starts the round of an alarm, where the settings allow it. */
  startByAlarm: (alarm: { trigger: RoundAlarm; dueAt: Date }) => Promise<void>;
  /** Begins to look whether the route has changed, by the alarm of the watch, and sets the next one. */
  watchRoute: () => void;
}

interface WorkerListeners {
  /** Null once the round is over. */
  onProgress: (read: (() => RoundProgress) | null) => void;
  onRecorded: (round: Round) => Promise<void>;
  onSettings: (settings: AllSettings) => void;
  /** Rounds were deleted, rewritten or set aside. */
  onHistory: () => void;
  onDeleted: () => void;
}

/** Puts the parts together. Registers its listeners synchronously; call it when the worker starts. */
export function createWorker(listeners: WorkerListeners): BackgroundWorker {
  const { uploadPage, ...probes } = createProbes();
  const keys = createStoredPlaces(recovering());
  const history = createOwnHistory(keys, listeners.onHistory);
  const reading = createReading(history);
  const work = createPendingWork();
  const indexing = beginIndexing(history, work);
  const alerts = createAlerts(history, work);
  const tellRecorded = (recorded: RecordedRound) => {
    work.add(listeners.onRecorded(recorded.round));
    uploads.onRecorded(recorded);
  };
  const { controller, tools, ready } = createRounds(
    { probes, history, work },
    {
      onProgress: listeners.onProgress,
      // One that another replaces does not come to its end.
      onStates: tellRecorded,
      onEnded(recorded) {
        tellRecorded(recorded);
        alerts.onRecorded(recorded);
        indexing.goOn();
        forgetting.forgetOld();
      },
    },
  );
  const uploads = createUploads({ places: keys, page: uploadPage, work, controller });
  const forgetting = createForgetting({ history, keys, work }, { controller, ready }, () => {
    listeners.onHistory();
    work.add(showLatest(reading.latest));
  });
  forgetting.resume();
  const tell = createTelling(listeners.onSettings);
  const leaveOut = (omission: Omission) => forgetting.leaveOut(omission).then(() => uploads.stop());
  const keepers = keepSettings(controller, tell, { ...forgetting, leaveOut });
  const enqueue = createQueue();
  const lookForPolicy = followPolicy({ ...keepers, uploads, enqueue });
  const looking = { ...tools, catalog: world };
  return {
    controller,
    ready,
    services: readServiceChoices,
    alerts,
    notes: createNoteKeeper({ history, work }, forgetting, listeners.onHistory),
    uploads,
    tryService: (draft) => tryService(tools, draft),
    ...keepers,
    ...reading,
    startByAlarm: (alarm) => startByAlarm(controller, alarm),
    lookAtRoute: () => work.add(look(controller, looking)),
    watchRoute: () => work.add(keepWatch(controller, looking)),
    keeping: createHistoryKeeping({ controller, history, work, tell, enqueue, ...listeners }),
    leaveOut,
    deleteEverything: () =>
      deleteEverything({ controller, history, indexing, keys, work, uploads, enqueue })
        .then(listeners.onDeleted)
        // An organisation's yes stands. A browser that never tells of a policy must not hold up the answer.
        .then(() => void lookForPolicy()),
  };
}

/** Whoever reads the settings waits for it. */
function recovering(): Promise<void> {
  return betweenChanges(recoverStorage).then(forgetStrays).catch(console.error);
}

/** What a person sets about checks. */
function keepSettings(
  controller: RoundController,
  tell: TellSettings,
  { forgetOld, leaveOut }: Pick<Forgetting, 'forgetOld' | 'leaveOut'>,
) {
  return {
    settings: createSettingsKeeper(controller, {
      tell,
      forgetOld: () => forgetOld({ all: true }),
      forgetExits: () => leaveOut({ exits: true }),
    }),
    ownServices: createOwnServicesKeeper(controller, tell),
    catalog: createCatalogKeeper(controller, tell),
  };
}
