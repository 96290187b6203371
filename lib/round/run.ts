import { isDomestic } from '../catalog/domestic.ts';
import type { Catalog } from '../catalog/schema.ts';
import type { NetworkVerdict } from '../diagnose/network/network-verdict.ts';
import { isRefusedSteadily } from '../diagnose/own-filter/local.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { CallExit } from '../model/route.ts';
import { createAsker } from './asker.ts';
import { checkCalls } from './calls/check-calls.ts';
import { tookNoProxy } from './calls/no-proxy.ts';
import {
  askAnyway,
  askWhileSilent,
  isWorthAsking,
  noteWhatIsForbidden,
} from './gate/ask-anyway.ts';
import { askDomesticControls } from './gate/domestic-controls.ts';
import { createGatekeeper } from './gate/gatekeeper.ts';
import { askSilentAgain, type OpenedGate, openGate } from './gate/open-gate.ts';
import { sitesToWaitFor, waitForSites } from './gate/wait-abroad.ts';
import { type Observed, observedAtTheEnd } from './observed.ts';
import { outlasts } from './outlasts.ts';
import {
  type Opening,
  type OpenRound,
  type PlannedRound,
  validFailures,
  waitForHome,
} from './phases.ts';
import { progressOf } from './progress.ts';
import { createProxyLook, type ProxyLook } from './proxy-look.ts';
import { createRoundLog } from './round-log.ts';
import type { RoundRecord } from './round-record.ts';
import type { RoundTools } from './round-tools.ts';
import { checkRoute } from './route/check-route.ts';
import { createHomeDecision, type HomeDecision } from './route/home-decision.ts';
import { watchLine } from './route/see-line.ts';
import { checkService } from './service/check-service.ts';
import { deepen, silentToDeepen } from './service/deepen.ts';
import { createFamilyLook } from './service/family-look.ts';
import { askLateNames, lateNames } from './service/late-names.ts';
import { lookAtPages } from './service/look-at-pages.ts';
import { createOwnFilterLook } from './service/own-filter.ts';
import { createAddressPairs } from './service/pair-addresses.ts';
import { createLongSilences } from './service/patience.ts';
import type { CheckTools } from './service/recheck.ts';
import { createNameComparison } from './service/resolve-names.ts';
import { createMayBeSilenced } from './silent-connections.ts';
import { createTransferChecks } from './transfer/check-transfers.ts';

export interface RoundRun {
  catalog: Catalog;
  tools: RoundTools;
  /** Empty, or what a worker that died had observed. */
  record: RoundRecord;
  signal: AbortSignal;
  /** Called whenever there is progress, with what reads it: drawing it up for each attempt costs much. */
  onProgress: (read: () => RoundProgress) => void;
  /** Called with what decides the states, where attempts go on that only deepen labels. */
  onStates?: (observed: Observed) => Promise<void>;
}

/** Runs a round to its end. Rejects when the signal is aborted, and nothing is to be recorded then. */
export async function runRound(run: RoundRun): Promise<Observed> {
  const finished = new Set<string>();
  const showProgress = () => run.onProgress(() => progressOf(run.catalog, run.record, finished));
  const planned = plannedRoundOf(run, showProgress);
  showProgress();
  const { routing } = run.tools;
  const { watched, line } = watchLine(planned);
  const always = await run.tools.asksThroughDetour();
  const home = createHomeDecision(planned, { always, routing, line });
  const proxies = createProxyLook(planned, run.tools);
  const gate = await openGate(watched, {
    home,
    proxies,
    askServices: (which) => askWhileSilent(planned, home, which),
  });
  const round = await openRound(planned, gate.opening, home);
  if (!servicesCanBeJudged(round.opening.network)) {
    await noteWhatIsForbidden(round);
    return observedAtTheEnd(round, null);
  }

  const exits = Promise.withResolvers<readonly string[]>();
  const onFinished = (service: string) => {
    finished.add(service);
    showProgress();
  };
  const tools = checkToolsOf(round, run.tools, proxies);
  const servicesChecked = checkServices(round, tools, {
    controlsAsked: gate.controlsAsked,
    exits: exits.promise,
    callServers: run.tools.callServers,
    onFinished,
  });
  const domesticAsked = gate.controlsAsked.then(() => askDomesticControls(round));
  const onExits = exits.resolve;
  const route = { routing, home, domesticAsked, servicesChecked, onExits };
  const [observation] = await Promise.all([
    checkRoute(round, route),
    servicesChecked,
    domesticAsked,
  ]);
  const silent = run.tools.hidesSilentLayer === true ? [] : silentToDeepen(round);
  const late = lateNames(round.catalog, round.log.record);
  const sites = sitesToWaitFor(round);
  const goesOn = [silent, late, sites, tools.later, tools.transfers.waiting].some(
    (left) => left.length > 0,
  );
  if (goesOn) {
    const awaited = tools.transfers.waiting.map(({ target }) => target);
    await run.onStates?.(observedAtTheEnd(round, observation, awaited));
    await Promise.all([deepen(round, silent, tools), waitForSites(round, sites)]);
  }
  // Gates do not wait for all that they ask.
  await Promise.all(round.log.begun.values());
  return observedAtTheEnd(round, observation);
}

/** Where no control answers, services are asked once all the same before it is said so. */
async function openRound(
  planned: PlannedRound,
  opening: Opening,
  home: HomeDecision,
): Promise<OpenRound> {
  const round = { ...planned, opening, mayAskHome: home.mayAsk };
  return isWorthAsking(opening) ? { ...round, opening: await askAnyway(round, home) } : round;
}

/** What all parts of a round work with. */
export function plannedRoundOf(
  { catalog, tools, record, signal }: Omit<RoundRun, 'onProgress' | 'onStates'>,
  onNoted: () => void,
): PlannedRound {
  const { isOnline, now, wait, writeJournal } = tools;
  return {
    catalog,
    asker: createAsker({
      ...tools,
      mayBeSilenced: createMayBeSilenced(catalog, record, tools),
      signal,
    }),
    log: createRoundLog({ record, writeJournal, signal, onNoted }),
    clock: {
      now,
      wait: (milliseconds) => wait(milliseconds, signal),
      outlasts: (pending, milliseconds) => outlasts(pending, milliseconds, { wait, signal }),
      begunAt: now(),
    },
    isOnline,
  };
}

interface ServicesCheck {
  controlsAsked: OpenedGate['controlsAsked'];
  exits: Promise<readonly string[]>;
  callServers: RoundTools['callServers'];
  onFinished: (service: string) => void;
}

/** Resolves to whether calls leave from where pages do. */
async function checkServices(
  round: OpenRound,
  tools: CheckTools,
  { controlsAsked, exits, callServers, onFinished }: ServicesCheck,
): Promise<CallExit> {
  const { record } = round.log;
  const canaries = record.plan.full ? round.catalog.canaries : [];
  const besideAsked = Promise.all([
    askSilentAgain(round, controlsAsked),
    ...canaries.map(({ name }) => tools.names.askNational(name)),
  ]);
  // A cancelled round ends before they are waited for.
  besideAsked.catch(() => undefined);
  await Promise.all(
    record.plan.services.map(async ({ id, inTurn = [], doubted = [], ...planned }) => {
      const service = round.catalog.services.find((one) => one.id === id);
      if (service === undefined) return;
      if (!isDomestic(service, round.catalog.home) || (await waitForHome(round))) {
        await checkService(round, { ...planned, service, inTurn, doubted }, tools);
      }
      onFinished(id);
    }),
  );
  await besideAsked;
  await lookAtPages(round);
  const anyFailed = [...record.targets.values()].some(
    (attempts) => validFailures(attempts).length > 0 || isRefusedSteadily(attempts),
  );
  await askLateNames(round, { whereDue: true });
  if (anyFailed) await tools.gatekeeper.passesInTime();
  if (!mayAskCalls(round)) return 'unknown';
  const servers = await callServers();
  const mayAskAll = servers !== 'all' || (await waitForHome(round));
  return checkCalls(round, { servers: mayAskAll ? servers : 'foreign', exits });
}

function checkToolsOf(
  round: OpenRound,
  { keepsSilentMs }: Pick<RoundTools, 'keepsSilentMs'>,
  proxies: ProxyLook,
): CheckTools {
  const names = createNameComparison(round);
  const gatekeeper = createGatekeeper(round);
  return {
    families: createFamilyLook(round, names),
    gatekeeper,
    names,
    addresses: createAddressPairs(round, { names, proxies }),
    ownFilter: createOwnFilterLook(round),
    proxies,
    longSilences: createLongSilences(),
    later: [],
    transfers: createTransferChecks(round, { gatekeeper, keepsSilentMs }),
  };
}

/**
 * Where nothing foreign opens, or the network broke down, silent STUN servers show nothing more. STUN goes
 * past a browser's proxy and would show the servers the person's own address.
 */
function mayAskCalls({ catalog, log, opening }: OpenRound): boolean {
  const { gates, plan } = log.record;
  const isUp = opening.network.state === 'normal' && gates.at(-1)?.passed === true;
  return plan.full && isUp && tookNoProxy(catalog, log.record);
}

/** Without the network there is nothing to ask a service: the controls decide everything. */
function servicesCanBeJudged(network: NetworkVerdict): boolean {
  switch (network.state) {
    case 'normal':
    case 'allowlist':
      return true;
    case 'degraded':
      return network.trouble === 'loss' || network.trouble === 'slow';
    case 'offline':
    case 'captive_portal':
      return false;
    default:
      return network.state satisfies never;
  }
}
