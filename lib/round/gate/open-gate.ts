import { isControlAtHome } from '../../catalog/domestic.ts';
import type { Control } from '../../catalog/schema.ts';
import { diagnoseNetwork } from '../../diagnose/network.ts';
import type { Opening, OpenRound, PlannedRound } from '../phases.ts';
import type { HomeDecision } from '../route/home-decision.ts';
import { firstTimeouts, timeoutsFor } from '../timeouts.ts';
import { type AskControls, controlAsker, controlEvidence, isDue, unreachedOf } from './controls.ts';
import { countForeign, openingSites, witnessesLeft } from './foreign-sites.ts';
import { recordGate } from './record-gate.ts';

/** What opening the gate needs to know of hosts of the home country. */
type HomeRule = Pick<HomeDecision, 'mayAsk' | 'isSuspicious'>;

/** After this silence of all foreign sites, in milliseconds, others are asked beside them. */
const hesitationMs = 2_000;
/** For each of the sites asked while none answers, in milliseconds: enough for one resent packet. */
const siteMs = 2_500;
/** For each of several other controls, in milliseconds: enough for two resent packets. */
const othersMs = 4_500;
/** Foreign sites asked at once, beside the first ones. */
const sitesAtOnce = 3;
const furtherTurns = 3;

/**
 * Asks the controls before anything else and decides the network's state. Domestic controls tell an allowlist
 * from no network, so they are asked where no foreign one answers and nothing speaks for a detour.
 * @param askServices called once none of the sites asked so far has answered, beside the last ones
 */
export async function openGate(
  round: PlannedRound,
  home: HomeRule,
  askServices: () => Promise<void>,
): Promise<Opening> {
  const { catalog, clock, isOnline, log } = round;
  const { usualMs } = log.record.plan;
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
  const opening = Promise.all([sitesAsked, askAll(others)]);
  await clock.outlasts(opening, hesitationMs);
  if (countForeign(round).reached === 0)
    await askWithoutForeign(round, { asked, home, sitesAsked, askServices });
  await opening;
  await askFurther(round, asked, askAll);
  const online = isOnline();
  const network = diagnoseNetwork(controlEvidence(catalog, log.record), online, usualMs);
  const passed = network.state === 'allowlist' || countForeign(round).reached > 0;
  const gate = await recordGate(round, startedAt, passed);
  return {
    network,
    online,
    openedAt: gate.finishedAt,
    timeouts: timeoutsFor(controlTimes(round)),
  };
}

/**
 * Asks the other controls and all further sites beside those that are silent so far, and the domestic ones last
 * unless the person lets them be asked at once.
 */
async function askWithoutForeign(
  round: PlannedRound,
  {
    asked,
    home,
    sitesAsked,
    askServices,
  }: {
    asked: readonly Control[];
    home: HomeRule;
    /** The first foreign sites; other controls may be pending longer. */
    sitesAsked: Promise<unknown>;
    askServices: () => Promise<void>;
  },
): Promise<void> {
  const left = round.catalog.controls.filter(
    (one) => !asked.includes(one) && one.group !== 'filter',
  );
  const mayAskHome = home.mayAsk === 'at once';
  const isReserve = ({ inReserve }: Control) => inReserve === true;
  const later = mayAskHome ? [] : left.filter(isControlAtHome);
  const now = left.filter((one) => !later.includes(one));
  const askSites = controlAsker(round, { control: siteMs });
  // Beside all that follows, as each holds a connection for long where nothing answers.
  const servicesAsked = sitesAsked.then(askServices);
  const askOthers = controlAsker(round, { control: othersMs });
  const othersAsked = askOthers(now.filter((one) => !isReserve(one)));
  // A cancelled round ends before these are waited for.
  for (const pending of [servicesAsked, othersAsked]) pending.catch(() => undefined);
  await Promise.all([sitesAsked, askSites(witnessesLeft(round).slice(0, sitesAtOnce))]);
  if (countForeign(round).reached === 0) {
    await askSites([...witnessesLeft(round), ...now.filter(isReserve)]);
  }
  await Promise.all([servicesAsked, othersAsked]);
  if (countForeign(round).reached > 0 || home.isSuspicious()) return;
  await Promise.all([
    askOthers(later.filter((one) => !isReserve(one))),
    askSites(later.filter(isReserve)),
  ]);
}

/**
 * Asks further sites while fewer than two answer or more are silent than answer: a few of them may be out of order
 * or blocked, whatever the network is like. Those that were silent are asked once more, which tells lost packets
 * from sites that are silent steadily.
 */
async function askFurther(
  round: PlannedRound,
  asked: readonly Control[],
  askAll: AskControls,
): Promise<void> {
  for (let turn = 0; turn < furtherTurns; turn += 1) {
    const { reached, missing } = countForeign(round);
    const isClear = reached > 1 && reached >= missing;
    if (reached === 0 || missing === 0 || isClear) return;
    const again = turn === 0 ? unreachedOf(round, asked) : [];
    await askAll([...witnessesLeft(round).slice(0, sitesAtOnce), ...again]);
  }
}

/**
 * Asks once more the controls that were silent when others opened the gate. That is not worth a wait, but
 * an answer now shows that packets were lost.
 */
export async function askSilentAgain(round: OpenRound): Promise<void> {
  // There it was all that is foreign, and they would hold the connections.
  if (round.opening.network.state === 'allowlist') return;
  const { controls } = round.log.record;
  const asked = round.catalog.controls.filter(({ id }) => controls.has(id));
  const askedOnce = unreachedOf(round, asked).filter(({ id }) => controls.get(id)?.length === 1);
  await controlAsker(round, round.opening.timeouts)(askedOnce);
}

/** In milliseconds, of the controls that answered. */
function controlTimes({ catalog, log }: PlannedRound): number[] {
  return controlEvidence(catalog, log.record).flatMap((control) =>
    control.attempts.flatMap((attempt) => (attempt.ok ? (attempt.totalMs ?? []) : [])),
  );
}
