import { diagnoseNetwork, isReached } from '../../diagnose/network.ts';
import type { Opening, OpenRound, PlannedRound } from '../phases.ts';
import type { HomeDecision } from '../route/home-decision.ts';
import { firstTimeouts, timeoutsFor } from '../timeouts.ts';
import { type AskControls, controlAsker, controlEvidence, unreachedOf } from './controls.ts';
import { recordGate } from './record-gate.ts';

/** What opening the gate needs to know of hosts of the home country. */
type HomeRule = Pick<HomeDecision, 'mayAsk' | 'isSuspicious'>;

/**
 * Asks the controls before anything else and decides the network's state. Domestic controls tell an allowlist
 * from no network, so they are asked where no foreign one answers and nothing speaks for a detour.
 */
export async function openGate(round: PlannedRound, home: HomeRule): Promise<Opening> {
  const { catalog, clock, isOnline, log } = round;
  const { full, usualMs } = log.record.plan;
  const askAll = controlAsker(round, firstTimeouts);
  const asked = catalog.controls.filter(
    ({ group, pulse }) => (pulse || full) && (group !== 'domestic' || home.mayAsk === 'at once'),
  );
  const startedAt = clock.now();
  await askAll(asked);
  if (!hasForeign(round)) await askWithoutForeign(round, home, askAll);
  else if (!hasForeign(round, 2)) await askAll(unreachedOf(round, asked));
  const online = isOnline();
  const network = diagnoseNetwork(controlEvidence(catalog, log.record), online, usualMs);
  const passed = network.state === 'allowlist' || hasForeign(round);
  const gate = await recordGate(round, startedAt, passed);
  return {
    network,
    online,
    openedAt: gate.finishedAt,
    timeouts: timeoutsFor(controlTimes(round)),
  };
}

/** Fresh hosts to ask before home: after a tunnel came up, connections to the others may be dead. */
const freshWitnesses = 2;

/** Asks all controls once more, and the domestic ones last unless the person lets them be asked at once. */
async function askWithoutForeign(
  round: PlannedRound,
  { mayAsk, isSuspicious }: HomeRule,
  askAll: AskControls,
): Promise<void> {
  const { controls, witnesses } = round.catalog;
  if (mayAsk === 'at once') {
    await askAll(controls);
    return;
  }
  const foreign = controls.filter(({ group }) => group !== 'domestic');
  await askAll([...foreign, ...witnesses.slice(0, freshWitnesses)]);
  if (!hasForeign(round) && !isSuspicious()) {
    await askAll(controls.filter(({ group }) => group === 'domestic'));
  }
}

/**
 * Asks once more the controls that were silent when others opened the gate. That is not worth a wait, but
 * an answer now shows that packets were lost.
 */
export async function askSilentAgain(round: OpenRound): Promise<void> {
  const { controls } = round.log.record;
  const asked = round.catalog.controls.filter(({ id }) => controls.has(id));
  const askedOnce = unreachedOf(round, asked).filter(({ id }) => controls.get(id)?.length === 1);
  await controlAsker(round, round.opening.timeouts)(askedOnce);
}

function hasForeign({ catalog, log }: PlannedRound, needed = 1): boolean {
  const reached = controlEvidence(catalog, log.record).filter(
    (one) => one.group === 'foreign' && isReached(one),
  );
  return reached.length >= needed;
}

/** In milliseconds, of the controls that answered. */
function controlTimes({ catalog, log }: PlannedRound): number[] {
  return controlEvidence(catalog, log.record).flatMap((control) =>
    control.attempts.flatMap((attempt) => (attempt.ok ? (attempt.totalMs ?? []) : [])),
  );
}
