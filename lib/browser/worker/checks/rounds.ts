import { catalogAtHome } from '../../../catalog/catalog-for.ts';
import { withOwnServices } from '../../../catalog/own-services.ts';
import type { Catalog } from '../../../catalog/schema.ts';
import type { OwnHistory } from '../../../history/own-history.ts';
import type { RoundProgress } from '../../../model/progress.ts';
import { createRoundController, type RoundController } from '../../../round/controller.ts';
import type { RecordedRound } from '../../../round/perform-round.ts';
import { wantedServices } from '../../../settings/wanted-services.ts';
import { clearAlarm, startWatchdog } from '../alarms.ts';
import { createKeepAlive } from '../keep-alive.ts';
import type { PendingWork } from '../pending-work.ts';
import type { WorkerProbes } from '../probes/probes.ts';
import { refusalNow } from '../refusal.ts';
import { readHomeCountry } from '../route/home-country.ts';
import { routeSince } from '../route/routing.ts';
import { readOwnCatalog } from '../settings/catalog-data.ts';
import { readServiceChoices } from '../settings/service-choices.ts';
import { describeSoftware } from '../software.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { readOwnServices } from '../stored/own-services.ts';
import { readRoutingSettings } from '../stored/routing-settings.ts';
import { resume } from './resume.ts';
import { concludeRound, noteOutcome } from './round-outcome.ts';
import { createRoundStore } from './round-store.ts';
import { createRoundTools, restMs } from './round-tools.ts';
import { planNext } from './schedule.ts';

/** Rounds, connected to this browser. */
export interface Rounds {
  controller: RoundController;
  tools: ReturnType<typeof createRoundTools>;
  /** Resolves once a round whose worker died has been resumed or closed. Never rejects. */
  ready: Promise<void>;
}

interface Kept {
  probes: Omit<WorkerProbes, 'uploadPage'>;
  history: OwnHistory;
  work: PendingWork;
}

interface RoundListeners {
  /** Null once the round is over. */
  onProgress: (read: (() => RoundProgress) | null) => void;
  /** A round has its states. It may still come to its end, unless another replaces it. */
  onStates: (recorded: RecordedRound) => void;
  /** A round is over, and has a result. */
  onEnded: (recorded: RecordedRound) => void;
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

/** Resumes the round of a worker that died. */
export function createRounds(
  { probes: { close: closeDocument, ...probes }, history, work }: Kept,
  { onProgress, onStates, onEnded }: RoundListeners,
): Rounds {
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
    onProgress,
    onStates(recorded) {
      onStates(recorded);
      // A worker that dies while labels are deepened leaves nothing to resume.
      work.add(planNext(recorded));
    },
    onReplaced: (outcome) => work.add(noteOutcome(outcome)),
    onEnded(outcome) {
      keepAlive.stop();
      void closeDocument();
      work.add(clearAlarm('watchdog'));
      work.add(concludeRound(outcome, () => onProgress(null)));
      if (outcome.ended !== null) onEnded(outcome.ended);
    },
  });
  return { controller, tools, ready: resume(controller, closeDocument) };
}

async function wantedNow(): Promise<string[]> {
  return wantedServices(await readCheckSettings(), await readServiceChoices());
}

/** What rounds may probe, with the services that the person added. */
async function ownCatalogFor(country: string | null): Promise<Catalog> {
  const { data } = await readOwnCatalog();
  return withOwnServices(catalogAtHome(data, country), await readOwnServices());
}

async function recordsExit(): Promise<boolean> {
  return (await readRoutingSettings()).recordExit;
}
