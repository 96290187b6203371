import { catalog } from '../../catalog/index.ts';
import { classifyChromiumFailure } from '../../failure/chromium.ts';
import { firefoxClassifier } from '../../failure/firefox.ts';
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
import { createConverse } from '../../probe/converse.ts';
import { createHttpProbe } from '../../probe/http.ts';
import { createRequestEvents } from '../../probe/request-events.ts';
import { createResourceTimings } from '../../probe/resource-timings.ts';
import { createStunProbe } from '../../probe/stun.ts';
import { readFirefoxTimings, readTimings } from '../../probe/timings.ts';
import { createSocketProbe } from '../../probe/websocket.ts';
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
import { createDeepProbes } from '../document/document-probes.ts';
import { uiLanguage } from '../language.ts';
import { noteLostRound } from '../lost-round.ts';
import { clearAlarm, setAlarm, startWatchdog } from './alarms.ts';
import { createRemoteDeepProbes } from './document-probes.ts';
import { createKeepAlive } from './keep-alive.ts';
import { isOnline, savesData } from './network-changes.ts';
import { isPermitted } from './permissions.ts';
import { ensureRouteWatch, keepWatch } from './route-watch.ts';
import { createRoutingTools } from './routing.ts';
import { describeSoftware } from './software.ts';
import { listenToRequests } from './web-request.ts';

const engine = import.meta.env.FIREFOX ? 'firefox' : 'chromium';

/** Chromium repeats a failed handshake once by itself, Firefox up to nine times. */
const restMs = engine === 'firefox' ? 2_000 : 1_000;

const readOwnTimings = engine === 'firefox' ? readFirefoxTimings : readTimings;

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
  const events = createRequestEvents();
  listenToRequests(events, ['<all_urls>']);
  const history = createHistory();
  const keepAlive = createKeepAlive();
  const now = () => new Date();
  // Said so that each build carries one engine's table.
  const classify = import.meta.env.FIREFOX
    ? firefoxClassifier(uiLanguage())
    : classifyChromiumFailure;
  const deepProbes =
    engine === 'firefox' ? createDeepProbes(readOwnTimings) : createRemoteDeepProbes();

  const probe = createHttpProbe({
    converse: createConverse({
      fetch: (input, init) => fetch(input, init),
      timings: createResourceTimings(readOwnTimings),
      now,
    }),
    events,
    classify,
    now,
  });
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
      probe,
      probeSlowly: createHttpProbe({ converse: deepProbes.converse, events, classify, now }),
      probeSocket: createSocketProbe({ openSocket: deepProbes.openSocket, events, classify, now }),
      probeStun: createStunProbe({ askStun: deepProbes.askStun, now }),
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
      void deepProbes.close();
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
      keepWatch(controller, { catalog, probe, routing, isPermitted, isOnline, savesData }),
  };

  /** A worker that died may have left its document behind. */
  function closeIfIdle(): void {
    if (controller.progress() === null) void deepProbes.close();
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
