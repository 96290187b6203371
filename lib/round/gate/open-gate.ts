import { isControlAtHome } from '../../catalog/domestic.ts';
import type { Control } from '../../catalog/schema.ts';
import { anyOf } from '../any-of.ts';
import type { Opening, OpenRound, PlannedRound } from '../phases.ts';
import type { ProxyLook } from '../proxy-look.ts';
import type { HomeDecision } from '../route/home-decision.ts';
import { firstTimeouts, quickMs, timeoutsFor } from '../timeouts.ts';
import type { WhichServices } from './ask-anyway.ts';
import {
  type AskControls,
  controlAsker,
  controlEvidence,
  isDue,
  networkByControls,
  unreachedOf,
} from './controls.ts';
import { countForeign, openingSites, sitesLeft } from './foreign-sites.ts';
import { recordGate } from './record-gate.ts';

/** What opening the gate needs to know of hosts of the home country. */
type HomeRule = Pick<HomeDecision, 'mayAsk' | 'isSuspicious'>;

type AskServices = (which: WhichServices) => Promise<void>;

export interface GateTools {
  home: HomeRule;
  proxies: ProxyLook;
  /**
   * Called where neither a foreign nor a domestic site has answered, beside the servers by address; those at home are
   * asked where nothing speaks for a detour.
   */
  askServices: AskServices;
}

/** What the gate has asked at first. */
interface FirstSites {
  asked: readonly Control[];
  /** Ends with the foreign sites among them; other controls may be pending longer. */
  first: Promise<unknown>;
}

export interface OpenedGate {
  opening: Opening;
  /** Ends with the first attempts on the controls, all of which the gate did not wait for. */
  controlsAsked: Promise<unknown>;
}

/** After this silence of all foreign sites, in milliseconds, others are asked beside them. */
const hesitationMs = 2_000;
/** For each of the sites asked while none answers, in milliseconds: enough for one resent packet on most lines. */
const siteMs = 2_250;
/** For each of several other controls, in milliseconds: enough for two resent packets. */
const othersMs = 4_500;
/** For a server by address, which waits for no name, in milliseconds: enough by satellite. */
const addressMs = 2_800;
/** For a domestic control once another one has answered, in milliseconds. */
const enoughMs = 1_500;
/** Foreign sites asked at once, beside the first ones. */
const sitesAtOnce = 3;
const furtherTurns = 3;
/** Foreign sites that open the gate where they answer. */
const enoughSites = 2;

/**
 * Asks the controls before anything else and decides the network's state. Domestic controls tell an allowlist
 * from no network, so they are asked where no foreign one answers and nothing speaks for a detour.
 */
export async function openGate(
  round: PlannedRound,
  { home, proxies, askServices }: GateTools,
): Promise<OpenedGate> {
  const { catalog, clock, isOnline, log } = round;
  const askAll = controlAsker(round, firstTimeouts);
  const mayAskHome = home.mayAsk === 'at once';
  const others = catalog.controls.filter(
    (one) =>
      isDue(one, log.record.plan) &&
      one.inReserve !== true &&
      one.group !== 'foreign' &&
      (!isControlAtHome(one) || mayAskHome),
  );
  const startedAt = clock.now();
  const sites = openingSites(round);
  const asked = [...sites, ...others];
  const sitesAsked = askAll(sites);
  const controlsAsked = Promise.all([sitesAsked, askOthersAtFirst(round, others)]);
  // A cancelled round ends before they are waited for.
  controlsAsked.catch(() => undefined);
  await clock.outlasts(controlsAsked, hesitationMs);
  if (countForeign(round).reached === 0)
    await askWithoutForeign(round, { asked, first: sitesAsked, home, askServices });
  await askFurther(round, { asked, first: sitesAsked, askAll });
  const allAsked = Promise.all(log.begun.values());
  allAsked.catch(() => undefined);
  // Where some answer, the silence of others need not be waited for.
  const isOpen = countForeign(round).reached >= enoughSites;
  if (!isOpen || networkByControls(round).state !== 'normal') await allAsked;
  if (networkByControls(round).state === 'allowlist') await lookForProxy(round, proxies);
  const online = isOnline();
  const isWaiting = sites.some((one) => !isAsked(round, one));
  const seen = networkByControls(round);
  const network =
    isWaiting && seen.confidence === 'high' ? { ...seen, confidence: 'medium' as const } : seen;
  const passed = network.state === 'allowlist' || countForeign(round).reached > 0;
  const gate = await recordGate(round, startedAt, passed);
  const timeouts = timeoutsFor(controlTimes(round));
  return {
    opening: { network, online, openedAt: gate.finishedAt, timeouts },
    controlsAsked: allAsked,
  };
}

/** A proxy for all but sites at home looks like an allowlist where it is dead. */
async function lookForProxy(round: PlannedRound, proxies: ProxyLook): Promise<void> {
  const { controls, witnesses } = round.catalog;
  const foreign = [...controls, ...witnesses].filter(({ group }) => group === 'foreign');
  const silent = foreign.filter((one) => isAsked(round, one));
  await Promise.all(silent.map(({ url }) => proxies.look(new URL(url).hostname)));
}

/** Asks the controls beside the foreign sites; those that are silent are asked again later (`askSilentAgain`). */
function askOthersAtFirst(round: PlannedRound, others: readonly Control[]): Promise<unknown> {
  const ask = (timeoutMs: number) => controlAsker(round, { control: timeoutMs });
  const byAddress = others.filter(({ group }) => group === 'dns');
  return Promise.all([
    ask(addressMs)(byAddress),
    ask(othersMs)(others.filter((one) => !byAddress.includes(one))),
  ]);
}

/**
 * Asks the other controls and all further sites beside those that are silent so far, then the domestic ones unless the
 * person lets them be asked at once, and last what nothing depends on where a domestic one answers.
 */
async function askWithoutForeign(
  round: PlannedRound,
  { asked, first, home, askServices }: FirstSites & { home: HomeRule; askServices: AskServices },
): Promise<void> {
  const left = round.catalog.controls.filter(
    (one) => !asked.includes(one) && one.group !== 'foreign' && one.group !== 'filter',
  );
  const later = home.mayAsk === 'at once' ? [] : left.filter(isControlAtHome);
  const reserve = left.filter((one) => isReserve(one) && !later.includes(one));
  const askSites = controlAsker(round, { control: siteMs });
  const askOthers = controlAsker(round, { control: othersMs });
  const askLast = controlAsker(round, { control: siteMs }, { isLast: true });
  const othersAsked = askOthers(left.filter((one) => !isReserve(one) && !later.includes(one)));
  // A cancelled round ends before they are waited for.
  othersAsked.catch(() => undefined);
  await askSites(sitesLeft(round).slice(0, sitesAtOnce));
  const isSilent = countForeign(round).reached === 0;
  // Where home was asked at once, services need not wait for the last sites.
  const servicesAsked = isSilent && home.mayAsk === 'at once' ? askServices('all') : null;
  servicesAsked?.catch(() => undefined);
  await Promise.all([isSilent && askSites(sitesLeft(round)), first, othersAsked]);
  if (countForeign(round).reached > 0) return servicesAsked ?? undefined;
  const homeAsked = home.isSuspicious() ? Promise.resolve() : askHome(round, later);
  await round.clock.outlasts(homeAsked, enoughMs);
  if (livesAtHome(round)) return homeAsked;
  const restAsked = Promise.all([
    homeAsked,
    servicesAsked ?? askServices('abroad'),
    askLast(reserve),
  ]);
  await round.clock.outlasts(restAsked, quickMs);
  if (countForeign(round).reached === 0 && !home.isSuspicious()) {
    const lastAsked = servicesAsked === null && askServices('home');
    await Promise.all([askSites(later.filter(isReserve)), lastAsked]);
  }
  await restAsked;
}

/** Asks the domestic controls; those that are silent while another one answers are given up soon. */
async function askHome(round: PlannedRound, later: readonly Control[]): Promise<void> {
  const patience = { soloMs: enoughMs, onSilent: () => !livesAtHome(round) };
  const ask = controlAsker(round, { control: othersMs }, { patience });
  await ask(later.filter((one) => !isReserve(one)));
}

function livesAtHome(round: PlannedRound): boolean {
  return networkByControls(round).state === 'allowlist';
}

function isReserve({ inReserve }: Control): boolean {
  return inReserve === true;
}

/**
 * Asks further sites while fewer than two answer or more are silent than answer: a few of them may be out of order
 * or blocked, whatever the network is like. Those that failed are asked once more, which tells lost packets from
 * sites that fail steadily; silent ones are not waited for to their end.
 */
async function askFurther(
  round: PlannedRound,
  { asked, first, askAll }: Pick<FirstSites, 'asked' | 'first'> & { askAll: AskControls },
): Promise<void> {
  const patience = { soloMs: hesitationMs, onSilent: () => !isClear(round) };
  const askBriefly = controlAsker(round, firstTimeouts, { patience });
  let latest = first;
  for (let turn = 0; !isClear(round); turn += 1) {
    await round.clock.outlasts(latest, hesitationMs);
    if (turn === furtherTurns || isClear(round)) break;
    const ended = asked.filter((one) => isAsked(round, one));
    const again = turn === 0 ? unreachedOf(round, ended) : [];
    const sites = sitesLeft(round).slice(0, sitesAtOnce);
    latest = anyOf(sites.map((one) => askBriefly([one]).then(() => isClear(round))));
    // A cancelled round ends before they are waited for.
    askAll(again).catch(() => undefined);
  }
}

/** Whether further sites would tell nothing more. */
function isClear(round: PlannedRound): boolean {
  const { reached, missing, pending } = countForeign(round);
  const silent = missing + pending;
  return reached === 0 || silent === 0 || (reached >= enoughSites && reached >= silent);
}

/** Whether an attempt on it has ended. */
function isAsked({ log }: PlannedRound, { id }: Control): boolean {
  return log.record.controls.has(id);
}

/**
 * Asks once more the controls that were silent when others opened the gate. That is not worth a wait, but
 * an answer now shows that packets were lost.
 */
export async function askSilentAgain(
  round: OpenRound,
  controlsAsked: OpenedGate['controlsAsked'],
): Promise<void> {
  await controlsAsked;
  // There it was all that is foreign, and they would hold the connections.
  if (round.opening.network.state === 'allowlist') return;
  const { controls } = round.log.record;
  const asked = round.catalog.controls.filter(({ id }) => controls.has(id));
  const askedOnce = unreachedOf(round, asked).filter(({ id }) => controls.get(id)?.length === 1);
  // States wait for it.
  await controlAsker(round, { control: round.opening.timeouts.target })(askedOnce);
}

/** In milliseconds, of the controls that answered. */
function controlTimes({ catalog, log }: PlannedRound): number[] {
  return controlEvidence(catalog, log.record).flatMap((control) =>
    control.attempts.flatMap((attempt) => (attempt.ok ? (attempt.totalMs ?? []) : [])),
  );
}
