import { isDomestic } from '../../catalog/domestic.ts';
import type { Control, Service, Target } from '../../catalog/schema.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import type { NetworkVerdict } from '../../diagnose/network/network-verdict.ts';
import { besideServices, showsWay } from '../../diagnose/network/only-services.ts';
import { isOwnService } from '../../model/own-service.ts';
import type { PlannedService } from '../../model/plan.ts';
import { attemptsOf, type Opening, type OpenRound, type PlannedRound } from '../phases.ts';
import type { HomeDecision } from '../route/home-decision.ts';
import { noteAllForbidden, probeOnce } from '../service/probe-once.ts';
import { firstTimeouts, quickMs, timeoutsFor } from '../timeouts.ts';
import { controlAsker, networkByControls } from './controls.ts';
import { openingSites, witnessesOf } from './foreign-sites.ts';
import { recordGate } from './record-gate.ts';

/** Which of the planned services are asked. */
export type WhichServices = 'all' | 'abroad' | 'home';

type HomeRule = Pick<HomeDecision, 'mayAsk' | 'isSuspicious'>;

/** Behind a portal, in milliseconds. By satellite an answer takes 2.8 s, and no control tells there how slow the line is. */
const portalMs = 4_500;
/** Further neutral sites that are asked again once a service answers. */
const sitesAgain = 3;

/** Whether the sentinels are asked although no control answers: something between may let them through. */
export function isWorthAsking({ network, online }: Opening): boolean {
  if (!online) return false;
  if (network.state === 'degraded')
    return network.trouble === 'certificates' || network.trouble === 'proxy';
  return network.state === 'offline' || network.state === 'captive_portal';
}

/**
 * Asks the sentinel of each service once, while nothing at all has answered: the gate is not open yet, and asks its
 * last sites beside that.
 */
export async function askWhileSilent(
  planned: PlannedRound,
  home: HomeRule,
  which: WhichServices,
): Promise<void> {
  const network = networkByControls(planned);
  const opening = {
    network,
    online: planned.isOnline(),
    openedAt: planned.clock.now().toISOString(),
    timeouts: firstTimeouts,
  };
  if (network.state !== 'offline' || !isWorthAsking(opening)) return;
  await askSentinels({ ...planned, opening, mayAskHome: home.mayAsk }, which, quickMs);
}

/**
 * Asks the sentinel of each service once, unless that was done. Where none answers, the network stays what it was. Where
 * a portal answers, the other targets of what opens are asked once as well. Where nothing else answers, the controls
 * are asked again, as the line may have come up; single services that open beside them make an allowlist, and the
 * round goes on.
 */
export async function askAnyway(round: OpenRound, home: HomeRule): Promise<Opening> {
  const { opening } = round;
  if (opening.network.trouble === 'proxy') {
    if (answersAtHome(round)) await askAllAtHome(round);
    return opening;
  }
  const isSilent = opening.network.state === 'offline';
  const timeoutMs = isSilent ? quickMs : Math.max(portalMs, opening.timeouts.target);
  const mayAskHome = home.mayAsk === 'at once' || !home.isSuspicious();
  const opened = await askSentinels(round, mayAskHome ? 'all' : 'abroad', timeoutMs);
  if (opened.length === 0) return opening;
  if (isSilent) return reopen(round);
  await probeOnce(round, opened.flatMap(restOf), { purpose: 'other', timeoutMs });
  await closeGate(round);
  return opening;
}

/**
 * Where no neutral site could be measured, notes which targets the browser does not let us ask: a person who took all
 * sites away is to read so, and not that the network is at fault.
 */
export async function noteWhatIsForbidden(round: OpenRound): Promise<void> {
  if (round.opening.network.trouble !== 'unmeasured') return;
  const targets = plannedOf(round).flatMap((one) => [...sentinelOf(one), ...restOf(one)]);
  await noteAllForbidden(round, targets);
}

function answersAtHome({ catalog, log }: OpenRound): boolean {
  return catalog.controls.some(
    ({ id, group }) => group === 'domestic' && log.record.controls.get(id)?.some(({ ok }) => ok),
  );
}

/** Where a proxy is dead through which all but sites at home goes, those are asked. */
async function askAllAtHome(round: OpenRound): Promise<void> {
  const { timeouts } = round.opening;
  const opened = await askSentinels(round, 'home', timeouts.sentinel);
  await probeOnce(round, opened.flatMap(restOf), { purpose: 'other', timeoutMs: timeouts.target });
}

/** Returns the services that opened. */
async function askSentinels(
  round: OpenRound,
  which: WhichServices,
  timeoutMs: number,
): Promise<PlannedHere[]> {
  const planned = plannedOf(round).filter(
    ({ service }) =>
      which === 'all' || isDomestic(service, round.catalog.home) === (which === 'home'),
  );
  await probeOnce(round, planned.flatMap(sentinelOf), { purpose: 'sentinel', timeoutMs });
  return planned.filter(
    (one) =>
      !isOwnService(one.service) &&
      sentinelOf(one).some((target) => showsWay(target, attemptsOf(round, target))),
  );
}

interface PlannedHere {
  service: Service;
  depth: PlannedService['depth'];
}

function plannedOf({ catalog, log }: OpenRound): PlannedHere[] {
  return log.record.plan.services.flatMap(({ id, depth }) => {
    const service = catalog.services.find((one) => one.id === id);
    return service === undefined ? [] : [{ service, depth }];
  });
}

function sentinelOf({ service }: PlannedHere): Target[] {
  return service.targets.filter(({ id }) => id === service.sentinel);
}

function restOf({ service, depth }: PlannedHere): Target[] {
  if (depth === 'sentinel') return [];
  return service.targets.filter((one) => one.id !== service.sentinel && !isTransfer(one));
}

/** Asks the controls again: a few of each kind, briefly. */
async function reopen(round: OpenRound): Promise<Opening> {
  const { catalog, clock, log, opening } = round;
  const startedAt = clock.now();
  await controlAsker(round, { control: quickMs })(controlsAgain(round));
  const network = networkNow(round);
  await recordGate(round, startedAt, network.state !== 'offline');
  const answers = catalog.services
    .flatMap(({ targets }) => targets.flatMap((target) => attemptsOf(round, target)))
    .flatMap(({ ok, totalMs }) => (ok ? (totalMs ?? []) : []));
  const openedAt = log.record.gates.at(-1)?.finishedAt ?? opening.openedAt;
  return {
    network,
    online: opening.online,
    openedAt,
    timeouts: timeoutsFor(answers),
  };
}

function controlsAgain(round: OpenRound): Control[] {
  const { controls } = round.log.record;
  const others = round.catalog.controls.filter(
    ({ id, group }) => group !== 'foreign' && controls.has(id),
  );
  return [...openingSites(round), ...witnessesOf(round).slice(0, sitesAgain), ...others];
}

function networkNow(round: OpenRound): NetworkVerdict {
  const { targets } = round.log.record;
  const vouchedFor = round.catalog.services.filter((service) => !isOwnService(service));
  const services = vouchedFor.map((service) => ({ service, attempts: targets }));
  return besideServices(networkByControls(round), services);
}

/** Asks the portal's check once more: what anyone may have answered counts only where it passes. */
async function closeGate(round: OpenRound): Promise<void> {
  const startedAt = round.clock.now();
  const portals = round.catalog.controls.filter(({ group, pulse }) => group === 'portal' && pulse);
  const answers = await controlAsker(round, round.opening.timeouts)(portals);
  await recordGate(round, startedAt, answers.length > 0 && answers.every(({ ok }) => ok));
}
