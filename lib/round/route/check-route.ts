import { allControls } from '../../catalog/all-controls.ts';
import type { Echo } from '../../catalog/schema.ts';
import type { Plan } from '../../model/plan.ts';
import type { CallExit } from '../../model/route.ts';
import { domesticExit, exitOf } from '../../routing/exit.ts';
import { fakeAddressesOf } from '../../routing/fake-addresses.ts';
import {
  canaryOutcomes,
  echoOutcomes,
  type LandmarkHealth,
  type LandmarkOutcomes,
  liveLandmarks,
  siteOutcomes,
  unansweredLandmarks,
  updateLandmarkHealth,
} from '../../routing/health.ts';
import { catalogKnowsHome } from '../../routing/home.ts';
import type { EchoAnswer, RoutingObservation } from '../../routing/observation.ts';
import { type EchoReading, readEcho } from '../../routing/read-echo.ts';
import { ask } from '../ask.ts';
import type { RoundContext } from '../context.ts';
import { askCanaries, askHomeOnly, seeHomeOnly } from './ask-sites.ts';
import type { RoutingTools } from './route-tools.ts';
import { watchLine } from './see-line.ts';

/** Asked at once; more only where these leave the matter open. */
const firstEchoes = { foreign: 2, domestic: 1 };
/** Sites in a round that only show that they live; a full round is near its limit. */
const homeOnlyAtHome = 1;
/** Connections to echoes in a round, whatever happens. */
const mostEchoes = 6;

/** Rounds in which the route may be another than before; pulses stay small. */
export function asksRouting({ full, trigger }: Plan): boolean {
  return full || trigger === 'network-change' || trigger === 'confirm';
}

/**
 * Sees which way traffic takes, beside the round's other probes, whose end is `servicesChecked`: it answers
 * whether calls take that way too. Null where it is not wanted, or cannot be seen. The exit's address is
 * compared and forgotten: it is in no journal and in no result.
 */
export async function checkRouting(
  context: RoundContext,
  servicesChecked: Promise<CallExit>,
): Promise<RoutingObservation | null> {
  const { routing } = context.tools;
  const { plan } = context.record;
  try {
    if (routing === undefined || !asksRouting(plan) || context.network.state === 'allowlist')
      return null;
    return (await routing.isWanted())
      ? await look(watchLine(context), routing, servicesChecked)
      : null;
  } catch (error) {
    context.signal.throwIfAborted();
    // What is only a suggestion must not cost the round.
    console.warn('The route could not be seen:', error);
    return null;
  } finally {
    // Calls wait for it.
    context.exits.resolve([]);
  }
}

async function look(
  { watched: context, line }: ReturnType<typeof watchLine>,
  routing: RoutingTools,
  servicesChecked: Promise<CallExit>,
): Promise<RoutingObservation> {
  const { blockedCanaries, home, homeOnlySites } = context.catalog;
  const before = await routing.readHealth();
  const [statedHome, comparesCalls] = await Promise.all([
    routing.statedHome(),
    routing.comparesCalls(),
  ]);
  if (!comparesCalls) context.exits.resolve([]);
  const knowsHome = catalogKnowsHome({ home, statedHome });
  const canariesAsked = knowsHome ? liveLandmarks(blockedCanaries, before) : [];
  const [{ readings, echoes: seenOfEchoes }, canaries, recordExit] = await Promise.all([
    askEchoes(context, before),
    askCanaries(context, canariesAsked, servicesChecked),
    routing.recordsExit(),
  ]);
  const isAtHome = exitOf(withoutAddresses(readings)).country === home.country;
  const sites = knowsHome ? liveLandmarks(homeOnlySites, before) : [];
  const homeOnly = isAtHome ? [] : await askHomeOnly(context, sites);
  const seenOfSites = isAtHome
    ? await seeHomeOnly(context, unansweredLandmarks(sites, before).slice(0, homeOnlyAtHome))
    : siteOutcomes(homeOnly.filter(({ isOpen }) => isOpen));
  const seen = [seenOfEchoes, canaryOutcomes(canaries), seenOfSites];
  await routing.writeHealth(updateLandmarkHealth(before, seen));
  const callExit = comparesCalls ? await servicesChecked : 'unknown';
  const { hasChanged, echoes } = await askAgain(context, readings);
  return {
    at: context.tools.now().toISOString(),
    home,
    statedHome,
    echoes,
    ...routing.surroundings(),
    canariesOpen: canaries.map(({ isOpen }) => isOpen),
    homeOnlyOpen: homeOnly.map(({ isOpen }) => isOpen),
    callExit,
    fakeAddresses: fakeAddressesOf(genuineAddresses(context)),
    line: line(),
    exitChanged: hasChanged || (await compareExit(routing, echoes)),
    recordExit,
  };
}

/**
 * What was seen before and after the way changed belongs to no way. Where it changed while it was looked
 * at, only the two answers are left that show so.
 */
async function askAgain(
  context: RoundContext,
  readings: readonly EchoReading[],
): Promise<{ hasChanged: boolean; echoes: EchoAnswer[] }> {
  const first = readings.find(({ group, country }) => group === 'foreign' && country !== null);
  const differs = domesticExit(withoutAddresses(readings)) === 'other';
  const domestic = differs ? readings.find(({ group }) => group === 'domestic') : undefined;
  const ids = new Set([first?.id, domestic?.id]);
  const again = await readAll(
    context,
    context.catalog.echoes.filter(({ id }) => ids.has(id)),
  );
  const last = again.find(({ id }) => id === first?.id);
  if (first && last && last.country !== null && last.country !== first.country) {
    return { hasChanged: true, echoes: withoutAddresses([first, last]) };
  }
  // A foreign one would count twice.
  const more = again.filter(({ group }) => group === 'domestic');
  return { hasChanged: false, echoes: withoutAddresses([...readings, ...more]) };
}

async function askEchoes(
  context: RoundContext,
  before: readonly LandmarkHealth[],
): Promise<{ readings: EchoReading[]; echoes: LandmarkOutcomes }> {
  const alive = liveLandmarks(context.catalog.echoes, before);
  const foreign = alive.filter(({ group }) => group === 'foreign');
  const domestic = alive.filter(({ group }) => group === 'domestic');
  const first = [
    ...foreign.slice(0, firstEchoes.foreign),
    ...domestic.slice(0, firstEchoes.domestic),
  ];
  const readings = await readAll(context, first);
  const more = [
    ...(needsForeign(readings) ? foreign.slice(firstEchoes.foreign) : []),
    ...(needsDomestic(readings) ? domestic.slice(firstEchoes.domestic) : []),
  ].slice(0, mostEchoes - first.length);
  readings.push(...(await readAll(context, more)));
  const answered = new Set(readings.map(({ id }) => id));
  const foreignReadings = readings.filter(({ group }) => group === 'foreign');
  context.exits.resolve(foreignReadings.map(({ address }) => address));
  return { readings, echoes: echoOutcomes([...first, ...more], answered) };
}

function needsForeign(readings: readonly EchoReading[]): boolean {
  const { country, tunnel, network } = exitOf(withoutAddresses(readings));
  return country === null || tunnel === null || network === null;
}

function needsDomestic(readings: readonly EchoReading[]): boolean {
  const familyOf = (wanted: EchoReading['group']) =>
    readings.filter(({ group }) => group === wanted).map(({ family }) => family);
  return !familyOf('domestic').some((family) => familyOf('foreign').includes(family));
}

async function readAll(context: RoundContext, echoes: readonly Echo[]): Promise<EchoReading[]> {
  const { networks } = context.catalog;
  const read = await Promise.all(
    echoes.map(async (echo) => {
      const seen = await ask(context, echo.url, 'GET');
      return seen?.httpStatus === 200 ? readEcho(echo, seen.body, networks) : null;
    }),
  );
  return read.filter((one) => one !== null);
}

function withoutAddresses(readings: readonly EchoReading[]): EchoAnswer[] {
  const known = [...new Set(readings.map(({ address }) => address))];
  return readings.map(({ address, ...told }) => ({ ...told, exit: known.indexOf(address) }));
}

/** Where the controls' names were answered at, certificate and all. */
function genuineAddresses({ catalog, record }: RoundContext): string[] {
  const named = allControls(catalog).filter(({ url }) => /^https:\/\/[^/]*[a-z]/i.test(url));
  const attempts = named.flatMap(({ id }) => record.controls.get(id) ?? []);
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
