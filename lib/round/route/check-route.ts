import { allControls } from '../../catalog/all-controls.ts';
import type { Plan } from '../../model/plan.ts';
import type { CallExit } from '../../model/route.ts';
import { domesticExit, exitOf } from '../../routing/exit.ts';
import { fakeAddressesOf } from '../../routing/fake-addresses.ts';
import {
  canaryOutcomes,
  type LandmarkHealth,
  type LandmarkOutcomes,
  liveLandmarks,
  siteOutcomes,
  unansweredLandmarks,
  updateLandmarkHealth,
} from '../../routing/health.ts';
import { catalogKnowsHome } from '../../routing/home.ts';
import type { EchoAnswer, RoutingObservation } from '../../routing/observation.ts';
import type { EchoReading } from '../../routing/read-echo.ts';
import type { OpenRound } from '../phases.ts';
import { askEchoes, readEchoes, withoutAddresses } from './ask-echoes.ts';
import { askCanaries, askHomeOnly, checkHomeOnlyHealth } from './ask-sites.ts';
import type { RoutingTools } from './route-tools.ts';
import { watchLine } from './see-line.ts';

/** Home-only sites asked at home only to see whether they answer; a full round is near its limit. */
const homeOnlyAtHome = 1;

/** Whether the route may be another one than before in such a round; pulses stay small. */
export function asksRoute({ full, trigger }: Plan): boolean {
  return full || trigger === 'network-change' || trigger === 'confirm';
}

export interface RouteCheck {
  /** Undefined where no route is to be inferred. */
  routing: RoutingTools | undefined;
  /** Ends with the round's other probes; resolves to whether calls leave from where pages do. */
  servicesChecked: Promise<CallExit>;
  /**
   * Gets the addresses that foreign sites saw, or none, at least once. They may be compared with those of
   * calls, and are in no journal and in no result.
   */
  onExits: (addresses: readonly string[]) => void;
}

/** Observes the route beside the round's other probes. Null where that is not wanted, or not possible. */
export async function checkRoute(
  round: OpenRound,
  check: RouteCheck,
): Promise<RoutingObservation | null> {
  const { routing, onExits } = check;
  try {
    const isPointless = round.opening.network.state === 'allowlist';
    if (routing === undefined || !asksRoute(round.log.record.plan) || isPointless) return null;
    return (await routing.isWanted()) ? await observeRoute(round, { ...check, routing }) : null;
  } catch (error) {
    round.log.throwIfAborted();
    // The route is only a suggestion and must not cost the round.
    console.warn('The route could not be observed:', error);
    return null;
  } finally {
    // Calls wait for them.
    onExits([]);
  }
}

async function observeRoute(
  unwatched: OpenRound,
  { routing, servicesChecked, onExits }: RouteCheck & { routing: RoutingTools },
): Promise<RoutingObservation> {
  const { watched: round, line } = watchLine(unwatched);
  const { home } = round.catalog;
  const before = await routing.readHealth();
  const [statedHome, comparesCalls] = await Promise.all([
    routing.statedHome(),
    routing.comparesCalls(),
  ]);
  if (!comparesCalls) onExits([]);
  const knowsHome = catalogKnowsHome({ home, statedHome });
  const canariesAsked = knowsHome ? liveLandmarks(round.catalog.blockedCanaries, before) : [];
  const [{ readings, echoes: echoHealth }, canaries, recordExit] = await Promise.all([
    askEchoes(round, before).then((asked) => {
      onExits(foreignAddresses(asked.readings));
      return asked;
    }),
    askCanaries(round, canariesAsked, servicesChecked),
    routing.recordsExit(),
  ]);
  const isAtHome = exitOf(withoutAddresses(readings)).country === home.country;
  const homeOnly = await observeHomeOnly(round, { before, isAtHome, knowsHome });
  const outcomes = [echoHealth, canaryOutcomes(canaries), homeOnly.outcomes];
  await routing.writeHealth(updateLandmarkHealth(before, outcomes));
  const callExit = comparesCalls ? await servicesChecked : 'unknown';
  const { hasChanged, echoes } = await askAgain(round, readings);
  return {
    at: round.clock.now().toISOString(),
    home,
    statedHome,
    echoes,
    ...routing.surroundings(),
    canariesOpen: canaries.map(({ isOpen }) => isOpen),
    homeOnlyOpen: homeOnly.open,
    callExit,
    fakeAddresses: fakeAddressesOf(genuineAddresses(round)),
    line: line(),
    exitChanged: hasChanged || (await compareExit(routing, echoes)),
    recordExit,
  };
}

function foreignAddresses(readings: readonly EchoReading[]): string[] {
  return readings.filter(({ group }) => group === 'foreign').map(({ address }) => address);
}

/** Which home-only sites opened, as far as that shows anything, and which of them answer at all. */
async function observeHomeOnly(
  round: OpenRound,
  known: { before: readonly LandmarkHealth[]; isAtHome: boolean; knowsHome: boolean },
): Promise<{ open: boolean[]; outcomes: LandmarkOutcomes }> {
  const { before, isAtHome, knowsHome } = known;
  const sites = knowsHome ? liveLandmarks(round.catalog.homeOnlySites, before) : [];
  if (isAtHome) {
    const unanswered = unansweredLandmarks(sites, before).slice(0, homeOnlyAtHome);
    return { open: [], outcomes: await checkHomeOnlyHealth(round, unanswered) };
  }
  const answers = await askHomeOnly(round, sites);
  return {
    open: answers.map(({ isOpen }) => isOpen),
    outcomes: siteOutcomes(answers.filter(({ isOpen }) => isOpen)),
  };
}

/**
 * Asks the first echo again. If the exit changed during the check, the observations before and after belong
 * to no one route, and only the two answers that show the change are kept.
 */
async function askAgain(
  round: OpenRound,
  readings: readonly EchoReading[],
): Promise<{ hasChanged: boolean; echoes: EchoAnswer[] }> {
  const first = readings.find(({ group, country }) => group === 'foreign' && country !== null);
  const differs = domesticExit(withoutAddresses(readings)) === 'other';
  const domestic = differs ? readings.find(({ group }) => group === 'domestic') : undefined;
  const ids = new Set([first?.id, domestic?.id]);
  const again = await readEchoes(
    round,
    round.catalog.echoes.filter(({ id }) => ids.has(id)),
  );
  const last = again.find(({ id }) => id === first?.id);
  if (first && last && last.country !== null && last.country !== first.country) {
    return { hasChanged: true, echoes: withoutAddresses([first, last]) };
  }
  // A foreign answer would count twice.
  const more = again.filter(({ group }) => group === 'domestic');
  return { hasChanged: false, echoes: withoutAddresses([...readings, ...more]) };
}

/** Addresses at which the controls' names answered with a valid certificate. */
function genuineAddresses({ catalog, log }: OpenRound): string[] {
  const named = allControls(catalog).filter(({ url }) => /^https:\/\/[^/]*[a-z]/i.test(url));
  const attempts = named.flatMap(({ id }) => log.record.controls.get(id) ?? []);
  return attempts.flatMap(({ failure, valid, remoteIp }) =>
    valid && failure === null ? (remoteIp ?? []) : [],
  );
}

async function compareExit(
  routing: RoutingTools,
  echoes: readonly EchoAnswer[],
): Promise<boolean | null> {
  const { country, asn } = exitOf(echoes);
  return country === null ? null : routing.hasExitChanged({ country, asn });
}
