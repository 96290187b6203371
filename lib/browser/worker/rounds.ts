import { catalog } from '../../catalog/index.ts';
import type { Service } from '../../catalog/schema.ts';
import { createHistory } from '../../history/open.ts';
import { forgetOldRounds } from '../../history/retention.ts';
import { findRound, latestRound } from '../../history/rounds.ts';
import type { SettingsKeeper } from '../../messages/handlers.ts';
import type { RoundProgress } from '../../model/progress.ts';
import type { Round } from '../../model/round.ts';
import { createRoundController, type RoundController } from '../../round/controller.ts';
import { createLimits } from '../../round/limits.ts';
import type { RecordedRound } from '../../round/perform-round.ts';
import type { RoundTools } from '../../round/round-tools.ts';
import { wait } from '../../round/wait.ts';
import type { CheckSettings } from '../../settings/check-settings.ts';
import { wantedServices } from '../../settings/wanted-services.ts';
import { readCheckSettings } from '../check-settings.ts';
import { savesData } from '../connection.ts';
import { setLastRoundLost } from '../lost-round.ts';
import { readCallServers } from '../settings.ts';
import { clearAlarm, type RoundAlarm, startWatchdog } from './alarms.ts';
import { createKeepAlive } from './keep-alive.ts';
import { isOnline } from './network-changes.ts';
import { isPermitted } from './permissions.ts';
import { createProbes } from './probes.ts';
import { refusalNow } from './refusal.ts';
import { createRoundStore } from './round-store.ts';
import { keepWatch, look } from './route-watch.ts';
import { createRoutingTools } from './routing.ts';
import { planNext, startByAlarm } from './schedule.ts';
import { createSettingsKeeper } from './settings-changes.ts';
import { describeSoftware } from './software.ts';

/** Chromium repeats a failed handshake once by itself, Firefox up to nine times. */
const restMs = import.meta.env.FIREFOX ? 2_000 : 1_000;

const connections = 8;

/** Rounds, connected to this browser. */
export interface Rounds {
  controller: RoundController;
  /** Resolves once a round whose worker died has been resumed or closed. Never rejects. */
  ready: Promise<void>;
  services: readonly Service[];
  /** Changes the person's settings. */
  settings: SettingsKeeper;
  findRound: (id: string) => Promise<Round | null>;
  /** The last recorded round; null if there is none. */
  latest: () => Promise<Round | null>;
  /** Starts the round of an alarm, where the settings allow it. */
  startByAlarm: (alarm: { trigger: RoundAlarm; dueAt: Date }) => Promise<void>;
  /** Looks whether the route has changed, and starts a round if it has. Never rejects. */
  lookAtRoute: () => Promise<void>;
  /** The same by the alarm of the watch, and sets the next one. Never rejects. */
  watchRoute: () => Promise<void>;
}

export interface RoundListeners {
  onProgress: (progress: RoundProgress | null) => void;
  onRecorded: (round: Round) => void;
  onSettings: (settings: CheckSettings) => void;
}

/** Registers its listeners synchronously; call it when the worker starts. */
export function createRounds(listeners: RoundListeners): Rounds {
  const { close: closeDocument, ...probes } = createProbes();
  const history = createHistory();
  const keepAlive = createKeepAlive();
  const routing = createRoutingTools();
  const tools: Omit<RoundTools, 'writeJournal'> = {
    ...probes,
    limits: createLimits({ connections, restMs, clock: () => performance.now() }),
    now: () => new Date(),
    wait,
    isPermitted,
    isOnline,
    savesData,
    asksThroughDetour: async () => (await readCheckSettings()).askThroughDetour,
    callServers: readCallServers,
    routing,
  };
  const controller = createRoundController({
    catalog,
    store: createRoundStore(history),
    tools,
    software: describeSoftware,
    refusalOf: refusalNow,
    wantedServices: async () => wantedServices(await readCheckSettings(), catalog.services),
    restMs,
    random: Math.random,
    newId: () => crypto.randomUUID(),
    onStarted() {
      keepAlive.start();
      void startWatchdog();
    },
    onProgress: listeners.onProgress,
    onEnded(ended, failure) {
      keepAlive.stop();
      void closeDocument();
      afterRound(listeners, ended, failure);
      if (ended !== null) void history().then((open) => forgetOldRounds(open, new Date()));
    },
  });
  const watching = { ...tools, catalog, routing };
  return {
    controller,
    ready: resume(controller, closeDocument),
    services: catalog.services,
    settings: createSettingsKeeper(controller, listeners.onSettings),
    findRound: async (id) => findRound(await history(), id),
    latest: async () => latestRound(await history()),
    startByAlarm: (alarm) => startByAlarm(controller, alarm),
    lookAtRoute: () => look(controller, watching),
    watchRoute: () => keepWatch(controller, watching),
  };
}

async function resume(
  controller: RoundController,
  closeDocument: () => Promise<void>,
): Promise<void> {
  await controller.resume().catch((error) => console.error('Cannot resume:', error));
  // A worker that died may have left its document open.
  if (controller.progress() === null) void closeDocument();
}

function afterRound(
  { onProgress, onRecorded }: RoundListeners,
  ended: RecordedRound | null,
  failure: unknown,
): void {
  void clearAlarm('watchdog');
  void planNext(ended);
  if (failure !== undefined) console.error('The round ended early:', failure);
  if (ended !== null) onRecorded(ended.round);
  // Pages read the outcome as soon as the progress ends.
  void noteOutcome(ended, failure)
    .catch(console.error)
    .then(() => onProgress(null));
}

/** A cancelled round leaves the outcome of the one before. */
async function noteOutcome(ended: RecordedRound | null, failure: unknown): Promise<void> {
  if (ended !== null) await setLastRoundLost(false);
  else if (failure !== undefined) await setLastRoundLost(true);
}
