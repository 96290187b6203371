import { catalogAtHome } from '../../../catalog/catalog-for.ts';
import { world } from '../../../catalog/index.ts';
import { withOwnServices } from '../../../catalog/own-services.ts';
import type { Catalog } from '../../../catalog/schema.ts';
import { createOwnHistory, type OwnHistory } from '../../../history/own-history.ts';
import { readStretch } from '../../../history/read-stretch.ts';
import { findRound, latestRound } from '../../../history/rounds.ts';
import type { CatalogKeeper, NoteKeeper, OwnServicesKeeper } from '../../../messages/handlers.ts';
import type { HistoryKeeping } from '../../../messages/history-keeping.ts';
import type { AllSettings } from '../../../messages/protocol.ts';
import type { Deletion, Omission } from '../../../model/deletion.ts';
import type { HistoryStretch, StretchRequest } from '../../../model/history-stretch.ts';
import type { OwnServiceDraft, SiteAnswer } from '../../../model/own-service.ts';
import type { RoundProgress } from '../../../model/progress.ts';
import type { Round } from '../../../model/round.ts';
import {
  createRoundController,
  type Outcome,
  type RoundController,
} from '../../../round/controller.ts';
import type { RecordedRound } from '../../../round/perform-round.ts';
import { type ServiceChoice, wantedServices } from '../../../settings/wanted-services.ts';
import { createQueue } from '../../../steps/queue.ts';
import { betweenChanges } from '../../between-changes.ts';
import { readCheckSettings } from '../../check-settings.ts';
import { readLostRound } from '../../lost-round.ts';
import { readOwnServices } from '../../own-services.ts';
import { readRoutingSettings } from '../../routing-settings.ts';
import { clearAlarm, type RoundAlarm, startWatchdog } from '../alarms.ts';
import { type Alerts, createAlerts } from '../alerts/alerts.ts';
import { showLatest } from '../alerts/badge.ts';
import { recoverStorage } from '../history/clear-storage.ts';
import { deleteEverything } from '../history/delete-everything.ts';
import { forgetStrays } from '../history/forget-strays.ts';
import { createForgetting, type Forgetting } from '../history/forgetting.ts';
import { createHistoryKeeping } from '../history/history-keeping.ts';
import { createStoredPlaces } from '../history/history-places.ts';
import { beginIndexing, type Indexing } from '../history/indexing.ts';
import { createNoteKeeper } from '../history/notes.ts';
import { createKeepAlive } from '../keep-alive.ts';
import { createPendingWork, type PendingWork } from '../pending-work.ts';
import { createProbes } from '../probes/probes.ts';
import { refusalNow } from '../refusal.ts';
import { readHomeCountry } from '../route/home-country.ts';
import { keepWatch, look } from '../route/route-watch.ts';
import { routeSince } from '../route/routing.ts';
import { readOwnCatalog } from '../settings/catalog-data.ts';
import { createCatalogKeeper } from '../settings/catalog-file.ts';
import { createOwnServicesKeeper } from '../settings/own-services.ts';
import { followPolicy } from '../settings/policy.ts';
import { readServiceChoices } from '../settings/service-choices.ts';
import {
  createSettingsKeeper,
  type OrganisedSettingsKeeper,
} from '../settings/settings-changes.ts';
import { createTelling, type TellSettings } from '../settings/tell-settings.ts';
import { describeSoftware } from '../software.ts';
import { createUploads, type Uploads } from '../upload/uploads.ts';
import { resume } from './resume.ts';
import { concludeRound, noteOutcome } from './round-outcome.ts';
import { createRoundStore } from './round-store.ts';
import { createRoundTools, restMs } from './round-tools.ts';
import { planNext, startByAlarm } from './schedule.ts';
import { tryService } from './try-service.ts';

/** Rounds, connected to this browser. */
export interface Rounds extends Reading {
  controller: RoundController;
  /** Resolves once a round whose worker died has been resumed or closed. Never rejects. */
  ready: Promise<void>;
  /** The catalog's, and those that the person added. */
  services: () => Promise<readonly ServiceChoice[]>;
  /** Changes the person's settings. */
  settings: OrganisedSettingsKeeper;
  alerts: Alerts;
  notes: NoteKeeper;
  ownServices: OwnServicesKeeper;
  catalog: CatalogKeeper;
  uploads: Uploads;
  /** Asks a site once; rejects where the person has not agreed. */
  tryService: (draft: Pick<OwnServiceDraft, 'url' | 'contains'>) => Promise<SiteAnswer>;
  /** Starts the round of an alarm, where the settings allow it. */
  startByAlarm: (alarm: { trigger: RoundAlarm; dueAt: Date }) => Promise<void>;
  /** Begins to look whether the route has changed, and starts a round if it has. */
  lookAtRoute: () => void;
  /** Begins the same by the alarm of the watch, and sets the next one. */
  watchRoute: () => void;
  keeping: HistoryKeeping;
  /** Begins to delete a part of the history. */
  leaveOut: (part: Deletion) => Promise<void>;
  deleteEverything: () => Promise<void>;
}

interface Reading {
  findRound: (id: string) => Promise<Round | null>;
  readStretch: (request: StretchRequest) => Promise<HistoryStretch>;
  /** The last round, though it could not be recorded; null if there is none. */
  latest: () => Promise<Round | null>;
}

export interface RoundListeners {
  /** Null once the round is over. */
  onProgress: (read: (() => RoundProgress) | null) => void;
  onRecorded: (round: Round) => Promise<void>;
  onSettings: (settings: AllSettings) => void;
  /** Rounds were deleted, rewritten or set aside. */
  onHistory: () => void;
  onDeleted: () => void;
}

const ofThisBrowser = {
  homeCountry: readHomeCountry,
  catalogFor: ownCatalogFor,
  software: describeSoftware,
  routeSince,
  refusalOf: refusalNow,
  wantedServices: wantedNow,
  restMs,
  random: Math.random,
  newId: () => crypto.randomUUID(),
};

/** Registers its listeners synchronously; call it when the worker starts. */
export function createRounds(listeners: RoundListeners): Rounds {
  const { close: closeDocument, uploadPage, ...probes } = createProbes();
  const keys = createStoredPlaces(recovering());
  const history = createOwnHistory(keys, listeners.onHistory);
  const work = createPendingWork();
  const indexing = beginIndexing(history, work);
  const alerts = createAlerts(history, work);
  const keepAlive = createKeepAlive();
  const tools = createRoundTools(probes, history);
  const controller = createRoundController({
    ...ofThisBrowser,
    store: createRoundStore(history, recordsExit),
    tools,
    onStarted() {
      keepAlive.start();
      // Its frames would keep the connections of a round that this one replaces.
      void closeDocument();
      work.add(startWatchdog());
    },
    onProgress: listeners.onProgress,
    onStates: (recorded) => afterStates(listeners, { work, uploads }, recorded),
    onReplaced: (outcome) => work.add(noteOutcome(outcome)),
    onEnded(outcome) {
      keepAlive.stop();
      void closeDocument();
      afterRound(listeners, { work, alerts, uploads, indexing, forgetting }, outcome);
    },
  });
  const uploads = createUploads({ places: keys, page: uploadPage, work, controller });
  const ready = resume(controller, closeDocument);
  const forgetting = createForgetting({ history, keys, work }, { controller, ready }, () =>
    showHistory(listeners, history, work),
  );
  forgetting.resume();
  const tell = createTelling(listeners.onSettings);
  const leaveOut = (omission: Omission) => forgetting.leaveOut(omission).then(() => uploads.stop());
  const keepers = keepSettings(controller, tell, { ...forgetting, leaveOut });
  const enqueue = createQueue();
  const lookForPolicy = followPolicy({ ...keepers, uploads, enqueue });
  return {
    controller,
    ready,
    services: readServiceChoices,
    alerts,
    notes: createNoteKeeper({ history, work }, forgetting, listeners.onHistory),
    uploads,
    tryService: (draft) => tryService(tools, draft),
    ...keepers,
    ...createReading(history),
    startByAlarm: (alarm) => startByAlarm(controller, alarm),
    ...watchRoute(controller, tools, work),
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

async function wantedNow(): Promise<string[]> {
  return wantedServices(await readCheckSettings(), await readServiceChoices());
}

/** What a person sets about checks. */
function keepSettings(
  controller: RoundController,
  tell: TellSettings,
  { forgetOld, leaveOut }: Pick<Forgetting, 'forgetOld' | 'leaveOut'>,
): Pick<Rounds, 'settings' | 'ownServices' | 'catalog'> {
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

function createReading(history: OwnHistory): Reading {
  return {
    findRound: async (id) => findRound(await history.toRead(), id),
    readStretch: async (request) => readStretch(await history.toRead(), request),
    latest: () => lastRound(history),
  };
}

function watchRoute(
  controller: RoundController,
  tools: ReturnType<typeof createRoundTools>,
  work: PendingWork,
): Pick<Rounds, 'lookAtRoute' | 'watchRoute'> {
  const looking = { ...tools, catalog: world };
  return {
    lookAtRoute: () => work.add(look(controller, looking)),
    watchRoute: () => work.add(keepWatch(controller, looking)),
  };
}

function showHistory({ onHistory }: RoundListeners, history: OwnHistory, work: PendingWork): void {
  onHistory();
  work.add(showLatest(() => lastRound(history)));
}

async function lastRound(history: OwnHistory): Promise<Round | null> {
  const lost = await readLostRound();
  return lost?.round ?? history.through(async () => latestRound(await history.toRead()));
}

/** What goes on after a round. */
interface Afterwards {
  work: PendingWork;
  alerts: Alerts;
  uploads: Uploads;
  indexing: Indexing;
  forgetting: Forgetting;
}

function tidyUp(ended: RecordedRound, { alerts, uploads, indexing, forgetting }: Afterwards): void {
  alerts.onRecorded(ended);
  uploads.onRecorded(ended);
  indexing.goOn();
  forgetting.forgetOld();
}

/** What rounds may probe, with the services that the person added. */
async function ownCatalogFor(country: string | null): Promise<Catalog> {
  const { data } = await readOwnCatalog();
  return withOwnServices(catalogAtHome(data, country), await readOwnServices());
}

async function recordsExit(): Promise<boolean> {
  return (await readRoutingSettings()).recordExit;
}

function afterStates(
  { onRecorded }: RoundListeners,
  { work, uploads }: Pick<Afterwards, 'work' | 'uploads'>,
  recorded: RecordedRound,
): void {
  work.add(onRecorded(recorded.round));
  // One that another replaces does not come to its end.
  uploads.onRecorded(recorded);
  // A worker that dies while labels are deepened leaves nothing to resume.
  work.add(planNext(recorded));
}

function afterRound(
  { onProgress, onRecorded }: RoundListeners,
  kept: Afterwards,
  outcome: Outcome,
): void {
  const { work } = kept;
  const { ended } = outcome;
  work.add(clearAlarm('watchdog'));
  work.add(concludeRound(outcome, () => onProgress(null)));
  if (ended !== null) work.add(onRecorded(ended.round));
  if (ended !== null) tidyUp(ended, kept);
}
