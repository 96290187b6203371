import type { Control } from '../../catalog/schema.ts';
import type { OpenRound } from '../phases.ts';
import { type AskControls, controlAsker } from './controls.ts';
import { recordGate } from './record-gate.ts';

/** Checks again whether the controls pass, in the middle and at the end of a round. */
export interface Gatekeeper {
  /** Whether a gate passed that began after this call. */
  passesNow(): Promise<boolean>;
}

/** One gate at a time: a call during a gate shares the next one. */
export function createGatekeeper(round: OpenRound): Gatekeeper {
  const askAll = controlAsker(round, round.opening.timeouts);
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<boolean> | undefined;
  return {
    passesNow() {
      if (next === undefined) {
        const gate = current.then(() => {
          next = undefined;
          return checkGate(round, askAll);
        });
        next = gate;
        // The end of a cancelled round is handled elsewhere; here it must not block the next gate.
        current = gate.catch(() => undefined);
      }
      return next;
    },
  };
}

async function checkGate(round: OpenRound, askAll: AskControls): Promise<boolean> {
  const { clock, log } = round;
  // A network that broke down is not waited for.
  const latest = log.record.gates.slice(-2);
  if (latest.length === 2 && latest.every((gate) => !gate.passed)) return false;
  const startedAt = clock.now();
  const passed = (await askWitnesses(round, askAll)) ?? (await askControlsAgain(round, askAll));
  await recordGate(round, startedAt, passed);
  return passed;
}

/** Asks one witness, and two more where it fails. Null where no witness is left. */
async function askWitnesses(round: OpenRound, askAll: AskControls): Promise<boolean | null> {
  if (round.opening.network.state === 'allowlist') return null;
  const [first, ...others] = witnessesLeft(round);
  if (first === undefined) return null;
  const [answer] = await askAll([first]);
  if (answer?.ok === true) return true;
  return (await askAll(others.slice(0, 2))).some((one) => one.ok);
}

/**
 * Witnesses that were not asked yet in this round. Where none are left and the last gate failed: those that
 * did not answer then, if there are several, as a single one may be out of order itself.
 */
function witnessesLeft({ catalog, log }: OpenRound): Control[] {
  const { witnesses } = catalog;
  const { controls, gates } = log.record;
  const fresh = witnesses.filter(({ id }) => !controls.has(id));
  if (fresh.length > 0 || gates.at(-1)?.passed !== false) return fresh;
  const silent = witnesses.filter(({ id }) => !controls.get(id)?.some((one) => one.ok));
  return silent.length > 1 ? silent : [];
}

async function askControlsAgain(
  { catalog, opening }: OpenRound,
  askAll: AskControls,
): Promise<boolean> {
  const group = opening.network.state === 'allowlist' ? 'domestic' : 'foreign';
  const asked = catalog.controls.filter(
    (control) => control.group === group && (control.pulse || group === 'domestic'),
  );
  const first = await askAll(asked);
  return first.some((one) => one.ok) || (await askAll(asked)).some((one) => one.ok);
}
