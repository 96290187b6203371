import type { Plan } from '../../model/plan.ts';
import type { CallExit } from '../../model/route.ts';
import { domesticExit, exitOf } from '../../routing/exit.ts';
import {
  canaryOutcomes,
  countedAnswers,
  type LandmarkHealth,
  type LandmarkOutcomes,
  liveLandmarks,
  siteOutcomes,
  unansweredLandmarks,
  updateLandmarkHealth,
} from '../../routing/health.ts';
import type { EchoAnswer, LineObservation, RoutingObservation } from '../../routing/observation.ts';
import type { EchoReading } from '../../routing/read-echo.ts';
import { type OpenRound, waitForHome } from '../phases.ts';
import {
  addDomesticEchoes,
  askForeignEchoes,
  askOneEcho,
  type EchoAnswers,
  outcomesOf,
  readEchoes,
  withoutAddresses,
} from './ask-echoes.ts';
import { askCanaries, askHomeOnly, checkHomeOnlyHealth } from './ask-sites.ts';
import { firstObservation } from './first-observation.ts';
import type { HomeDecision } from './home-decision.ts';
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
  home: HomeDecision;
  /** The domestic controls have been asked, or are not to be. */
  domesticAsked: Promise<void>;
  /** Ends with the round's other probes; resolves to whether calls leave from where pages do. */
  servicesChecked: Promise<CallExit>;
  /**
   * Gets the addresses that foreign sites saw, or none, at least once. They may be compared with those of
   * calls, and are in no journal and in no result.
   */
  onExits: (addresses: readonly string[]) => void;
}

type WantedCheck = RouteCheck & { routing: RoutingTools };

/**
 * Looks at the route, decides whether hosts of the home country may be asked, and observes the rest beside
 * the round's other probes. Null where that is not wanted, not due, or not possible.
 */
export async function checkRoute(
  round: OpenRound,
  check: RouteCheck,
): Promise<RoutingObservation | null> {
  const { home, routing, onExits } = check;
  try {
    const isPointless = round.opening.network.state === 'allowlist';
    if (routing === undefined || isPointless || !(await routing.isWanted())) return null;
    return await lookAtRoute(round, { ...check, routing });
  } catch (error) {
    round.log.throwIfAborted();
    // The route is only a suggestion and must not cost the round.
    console.warn('The route could not be observed:', error);
    return null;
  } finally {
    // Calls and hosts of the home country wait for them.
    onExits([]);
    await home.decideByControls();
  }
}

/**
 * Foreign echo services first; the rest only where it is due, or the route has changed, or nothing is known of it since
 * the browser started.
 */
async function lookAtRoute(
  unwatched: OpenRound,
  check: WantedCheck,
): Promise<RoutingObservation | null> {
  const { watched: round, line } = watchLine(unwatched);
  const before = await check.routing.readHealth();
  if (!asksRoute(round.log.record.plan) && (await check.routing.hasLooked())) {
    const { readings } = await askOneEcho(round, before);
    await check.home.decide(readings, line());
    if (!(await hasMoved(check.routing, readings))) return null;
  }
  return observeRoute({ round, line, before }, check);
}

/** Whether one echo service sees another exit than the last round did. */
async function hasMoved(routing: RoutingTools, readings: readonly EchoReading[]): Promise<boolean> {
  const country = readings.at(0)?.country ?? null;
  return country !== null && (await routing.watchExit({ country, asn: null })).hasMoved;
}

interface Looking {
  round: OpenRound;
  line: () => LineObservation;
  before: readonly LandmarkHealth[];
}

async function observeRoute(
  { round, line, before }: Looking,
  check: WantedCheck,
): Promise<RoutingObservation> {
  const { routing, servicesChecked, onExits } = check;
  const [statedHome, comparesCalls] = await Promise.all([
    routing.statedHome(),
    routing.comparesCalls(),
  ]);
  if (!comparesCalls) onExits([]);
  const canariesAsked = liveLandmarks(round.catalog.blockedCanaries, before);
  const [echoAnswers, canaries, recordExit] = await Promise.all([
    askEchoes({ round, line, before }, check),
    askCanaries(round, canariesAsked, servicesChecked),
    routing.recordsExit(),
  ]);
  const { readings } = echoAnswers;
  const exit = exitOf(withoutAddresses(readings)).country;
  const isAtHome = exit !== null && exit === round.catalog.home.country;
  const homeOnly = await observeHomeOnly(round, { before, isAtHome }, check);
  const outcomes = [outcomesOf(echoAnswers), canaryOutcomes(canaries), homeOnly.outcomes];
  await routing.writeHealth(updateLandmarkHealth(before, outcomes));
  const callExit = comparesCalls ? await servicesChecked : 'unknown';
  const { hasChanged, echoes } = await askAgain(round, readings);
  const seen = { readings, line: line(), statedHome, ...routing.surroundings() };
  return {
    ...firstObservation(round, seen),
    echoes,
    canariesOpen: countedAnswers(canariesAsked, canaries, before).map(({ isOpen }) => isOpen),
    homeOnlyOpen: homeOnly.open,
    callExit,
    exitChanged: hasChanged || (await compareExit(round, routing, echoes)),
    recordExit,
  };
}

/** The foreign echo services, and then the domestic ones where they may be asked. */
async function askEchoes(
  { round, line, before }: Looking,
  { home, onExits }: WantedCheck,
): Promise<EchoAnswers> {
  const foreign = await askForeignEchoes(round, before);
  onExits(foreign.readings.map(({ address }) => address));
  const mayAskHome = await home.decide(foreign.readings, line());
  return mayAskHome ? addDomesticEchoes(round, before, foreign) : foreign;
}

/** Which home-only sites opened, as far as that shows anything, and which of them answer at all. */
async function observeHomeOnly(
  round: OpenRound,
  known: { before: readonly LandmarkHealth[]; isAtHome: boolean },
  { domesticAsked }: RouteCheck,
): Promise<{ open: boolean[]; outcomes: LandmarkOutcomes }> {
  const { before, isAtHome } = known;
  const sites = (await waitForHome(round))
    ? liveLandmarks(round.catalog.homeOnlySites, before)
    : [];
  await domesticAsked;
  if (isAtHome) {
    const unanswered = unansweredLandmarks(sites, before).slice(0, homeOnlyAtHome);
    return { open: [], outcomes: await checkHomeOnlyHealth(round, unanswered) };
  }
  const answers = await askHomeOnly(round, sites);
  return {
    open: countedAnswers(sites, answers, before).map(({ isOpen }) => isOpen),
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

async function compareExit(
  { log }: OpenRound,
  routing: RoutingTools,
  echoes: readonly EchoAnswer[],
): Promise<boolean | null> {
  const { country, asn } = exitOf(echoes);
  // What they say of the network belongs to no one exit then.
  const exit = { country, asn: country === null ? null : asn };
  return routing.hasExitChanged(exit, log.record.plan.startedAt);
}
