import type { Control } from '../../catalog/schema.ts';
import type { OpenRound } from '../phases.ts';
import { isLate } from '../phases.ts';
import { type AskControls, controlAsker } from './controls.ts';
import { witnessesLeft, witnessesOf } from './foreign-sites.ts';
import { recordGate } from './record-gate.ts';

/** Checks again whether the controls pass, in the middle and at the end of a round. */
export interface Gatekeeper {
  /** Whether a gate passed that began after this call. */
  passesNow(): Promise<boolean>;
  /** The same; where it did not pass, after a pause those that follow it, up to a limit. */
  passesInTime(): Promise<boolean>;
}

/** Failed gates in a row after which a network is not waited for any longer. */
const failuresToGiveUp = 3;
const pauseMs = 3_000;
/** Sites asked beside the first one where it does not answer. */
const othersAtOnce = 3;

/** One gate at a time: a call during a gate shares the next one. */
export function createGatekeeper(round: OpenRound): Gatekeeper {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<boolean> | undefined;

  function passesNow(): Promise<boolean> {
    if (next === undefined) {
      const gate = current.then(() => {
        next = undefined;
        return checkGate(round);
      });
      next = gate;
      // The end of a cancelled round is handled elsewhere; here it must not block the next gate.
      current = gate.catch(() => undefined);
    }
    return next;
  }

  return {
    passesNow,
    async passesInTime() {
      while (!(await passesNow())) {
        if (isGivenUp(round) || isLate(round)) return false;
        await round.clock.wait(pauseMs);
      }
      return true;
    },
  };
}

function isGivenUp({ log }: OpenRound): boolean {
  const latest = log.record.gates.slice(-failuresToGiveUp);
  return latest.length === failuresToGiveUp && latest.every((gate) => !gate.passed);
}

async function checkGate(round: OpenRound): Promise<boolean> {
  if (isGivenUp(round)) return false;
  const startedAt = round.clock.now();
  const passed = await isOpen(round);
  await recordGate(round, startedAt, passed);
  return passed;
}

function isOpen(round: OpenRound): Promise<boolean> {
  const { timeouts, network } = round.opening;
  const askAll = controlAsker(round, timeouts);
  if (network.state === 'allowlist') return askAgain(round, 'domestic', askAll);
  const hasFailed = round.log.record.gates.at(-1)?.passed === false;
  if (hasFailed) return askOthers(round, null, askAll);
  return askFresh(round, askAll);
}

/** Asks a site that was not asked yet, as it needs a new lookup and a new connection; others where it fails. */
async function askFresh(round: OpenRound, askAll: AskControls): Promise<boolean> {
  const [first] = witnessesLeft(round);
  if (first === undefined) return askAgain(round, 'foreign', askAll);
  // It need not be waited for as long as those that decide.
  const askSoon = controlAsker(round, { control: round.opening.timeouts.target });
  const [answer] = await askSoon([first]);
  if (answer?.ok === true) return true;
  return witnessesLeft(round).length > 0
    ? askOthers(round, first, askAll)
    : askAgain(round, 'foreign', askAll);
}

/**
 * Asks several operators at once: sites not asked yet, then those that were silent, then the others, which count
 * only over a new connection.
 */
async function askOthers(
  round: OpenRound,
  justAsked: Control | null,
  askAll: AskControls,
): Promise<boolean> {
  const { catalog, log } = round;
  const left = witnessesLeft(round);
  const known = [...catalog.controls, ...witnessesOf(round)].filter(
    ({ id, group }) => group === 'foreign' && id !== justAsked?.id && log.record.controls.has(id),
  );
  const answered = known.filter(({ id }) => log.record.controls.get(id)?.some(({ ok }) => ok));
  const silent = known.filter((one) => !answered.includes(one));
  const asked = [...left, ...silent].slice(0, othersAtOnce);
  const attempts = await askAll([...asked, ...answered.slice(0, othersAtOnce)]);
  return attempts.some(
    ({ ok, reusedConnection }, index) => ok && (index < asked.length || reusedConnection === false),
  );
}

/** Asks the controls of the opening once more, and again where none answers. */
async function askAgain(
  { catalog }: OpenRound,
  group: 'domestic' | 'foreign',
  askAll: AskControls,
): Promise<boolean> {
  const asked = catalog.controls.filter(
    (control) => control.group === group && (control.pulse || group === 'domestic'),
  );
  const first = await askAll(asked);
  return first.some((one) => one.ok) || (await askAll(asked)).some((one) => one.ok);
}
