import { catalog } from '../../catalog/index.ts';
import { appendJournal, clearJournal, readJournal } from '../../history/journal.ts';
import { createHistory } from '../../history/open.ts';
import { forgetOldRounds } from '../../history/retention.ts';
import {
  findRound,
  lastFullAt,
  latestRound,
  readStandings,
  recordRound,
} from '../../history/rounds.ts';
import { usualControlMs } from '../../history/usual-times.ts';
import type { RoundProgress } from '../../model/progress.ts';
import type { Round } from '../../model/round.ts';
import {
  createRoundController,
  type Recorded,
  type RoundController,
} from '../../round/controller.ts';
import { createLimits } from '../../round/limits.ts';
import {
  jitteredMinutes,
  needsConfirmation,
  roundEveryMinutes,
  routeHasChanged,
} from '../../round/schedule.ts';
import { wait } from '../../round/wait.ts';
import { noteLostRound } from '../lost-round.ts';
import { clearAlarm, setAlarm, startWatchdog } from './alarms.ts';
import { createKeepAlive } from './keep-alive.ts';
import { isOnline, savesData } from './network-changes.ts';
import { isPermitted } from './permissions.ts';
import { createProbes } from './probes.ts';
import { ensureRouteWatch, keepWatch } from './route-watch.ts';
import { createRoutingTools } from './routing.ts';
import { describeSoftware } from './software.ts';

/** Chromium repeats a failed handshake once by itself, Firefox up to nine times. */
const restMs = import.meta.env.FIREFOX ? 2_000 : 1_000;

/** Rounds, wired to this browser. */
export interface Rounds {
  controller: RoundController;
  /** A round whose worker died has been taken up or closed. Never rejects. */
  ready: Promise<void>;
  serviceIds: string[];
  findRound: (id: string) => Promise<Round | null>;
  /** The round recorded last; null where there is none. */
  latest: () => Promise<Round | null>;
  /** Looks whether traffic takes another way than before, and checks where it does. Never rejects. */
  watchRoute: () => Promise<void>;
}

export interface RoundListeners {
  onProgress: (progress: RoundProgress | null) => void;
  onRecorded: (round: Round) => void;
}

/** Registers its listeners synchronously; to be called when the worker starts. */
export function createRounds(listeners: RoundListeners): Rounds {
  const { close: closeDocument, ...probes } = createProbes();
  const history = createHistory();
  const keepAlive = createKeepAlive();
  const now = () => new Date();
  const routing = createRoutingTools();

  const controller = createRoundController({
    catalog,
    store: {
      readStandings: async () => readStandings(await history()),
      lastFullAt: async () => lastFullAt(await history()),
      usualControlMs: async () => usualControlMs(await history()),
      recordRound: async (finished) => recordRound(await history(), finished),
      appendJournal: async (entry) => appendJournal(await history(), entry),
      readJournal: async () => readJournal(await history()),
      clearJournal: async () => clearJournal(await history()),
    },
    tools: {
      ...probes,
      limits: createLimits({ connections: 8, restMs, clock: () => performance.now() }),
      now,
      wait,
      isPermitted,
      isOnline,
      savesData,
      routing,
    },
    software: describeSoftware,
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
      void clearAlarm('watchdog');
      void planNext(ended);
      if (failure !== undefined) console.error('The round ended early:', failure);
      if (ended !== null) {
        listeners.onRecorded(ended.round);
        void history().then((open) => forgetOldRounds(open, now()));
      }
      // Pages look for it as soon as they hear of the end.
      void noteOutcome(ended, failure)
        .catch(console.error)
        .then(() => listeners.onProgress(null));
    },
  });
  const ready = controller
    .resume()
    .catch((error) => console.error('Cannot resume:', error))
    .then(closeIfIdle);
  return {
    controller,
    ready,
    serviceIds: catalog.services.map((service) => service.id),
    findRound: async (id) => findRound(await history(), id),
    latest: async () => latestRound(await history()),
    watchRoute: () =>
      keepWatch(controller, {
        catalog,
        probe: probes.probe,
        routing,
        isPermitted,
        isOnline,
        savesData,
      }),
  };

  /** A worker that died may have left its document behind. */
  function closeIfIdle(): void {
    if (controller.progress() === null) void closeDocument();
  }
}

async function planNext(ended: Recorded | null): Promise<void> {
  await setAlarm('schedule', jitteredMinutes(roundEveryMinutes, Math.random));
  await clearAlarm('startup');
  await ensureRouteWatch();
  const isOpen =
    ended !== null && (needsConfirmation(ended.standings) || routeHasChanged(ended.round));
  if (isOpen) await setAlarm('confirm', jitteredMinutes(1, Math.random));
  else await clearAlarm('confirm');
}

/** A check that was cancelled leaves what is known of the one before. */
async function noteOutcome(ended: Recorded | null, failure: unknown): Promise<void> {
  if (ended !== null) await noteLostRound(false);
  else if (failure !== undefined) await noteLostRound(true);
}
