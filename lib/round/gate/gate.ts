import { controlsAndCalls } from '../../catalog/all-controls.ts';
import type { Control } from '../../catalog/schema.ts';
import { evidenceOfControl } from '../../diagnose/control-evidence.ts';
import {
  type ControlEvidence,
  diagnoseNetwork,
  isReached,
  type NetworkVerdict,
} from '../../diagnose/network.ts';
import type { Attempt } from '../../model/attempt.ts';
import { withoutPage } from '../../observe/http.ts';
import { judgeControl } from '../../observe/judge.ts';
import { note, type RoundContext } from '../context.ts';

/** Asks the controls before anything else and says what network this is. */
export async function openGate(context: RoundContext): Promise<NetworkVerdict> {
  const { controls } = context.catalog;
  const asked = controls.filter((control) => control.pulse || context.record.plan.full);
  const startedAt = context.tools.now();
  await askAll(context, asked);
  if (!hasForeign(context)) await askAll(context, controls);
  else if (!hasForeign(context, 2)) await askAll(context, failing(context, asked));
  context.online = context.tools.isOnline();
  const network = diagnoseNetwork(
    controlEvidence(context),
    context.online,
    context.record.plan.usualMs,
  );
  const passed = network.state === 'allowlist' || hasForeign(context);
  const gate = gateOf(context, startedAt, passed);
  context.gateOpenedAt = gate.finishedAt;
  await note(context, { kind: 'gate', gate });
  return network;
}

/**
 * Asks controls once more that were silent when the gate was opened by others: not worth the wait, but
 * if they answer now, packets were lost.
 */
export async function askSilentAgain(context: RoundContext): Promise<void> {
  const asked = context.catalog.controls.filter(({ id }) => context.record.controls.has(id));
  const once = failing(context, asked).filter(
    ({ id }) => context.record.controls.get(id)?.length === 1,
  );
  await askAll(context, once);
}

/** Looks again whether the controls pass, in the middle and at the end of a round. */
export interface Gatekeeper {
  /** Whether a gate passed that began after this call. */
  passesNow(): Promise<boolean>;
}

/** One gate at a time: whoever asks while one is under way shares the next. */
export function createGatekeeper(context: RoundContext): Gatekeeper {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<boolean> | undefined;
  return {
    passesNow() {
      if (next === undefined) {
        const gate = current.then(() => {
          next = undefined;
          return lookAgain(context);
        });
        next = gate;
        // A round that is cancelled ends elsewhere; here it only must not block the next gate.
        current = gate.catch(() => undefined);
      }
      return next;
    },
  };
}

async function lookAgain(context: RoundContext): Promise<boolean> {
  // A network that has broken down is not waited for.
  const lately = context.record.gates.slice(-2);
  if (lately.length === 2 && lately.every((gate) => !gate.passed)) return false;
  const startedAt = context.tools.now();
  const passed = (await askWitnesses(context)) ?? (await askAgain(context));
  await note(context, { kind: 'gate', gate: gateOf(context, startedAt, passed) });
  return passed;
}

/**
 * Sites to which no connection is open: one, and where that fails two more. Null where there are none
 * left to ask.
 */
async function askWitnesses(context: RoundContext): Promise<boolean | null> {
  if (context.network.state === 'allowlist') return null;
  const [first, ...others] = witnessesLeft(context);
  if (first === undefined) return null;
  if ((await askControl(context, first)).ok) return true;
  return (await askAll(context, others.slice(0, 2))).some((one) => one.ok);
}

/**
 * Those that were not asked yet. Where there are none, and the network was not well when it was last
 * looked at, those that did not answer then, if they are more than one that may be out of order itself.
 */
function witnessesLeft({ catalog, record }: RoundContext): Control[] {
  const { witnesses } = catalog;
  const fresh = witnesses.filter(({ id }) => !record.controls.has(id));
  if (fresh.length > 0 || record.gates.at(-1)?.passed !== false) return fresh;
  const silent = witnesses.filter(({ id }) => !record.controls.get(id)?.some((one) => one.ok));
  return silent.length > 1 ? silent : [];
}

async function askAgain(context: RoundContext): Promise<boolean> {
  const group = context.network.state === 'allowlist' ? 'domestic' : 'foreign';
  const asked = context.catalog.controls.filter(
    (control) => control.group === group && (control.pulse || group === 'domestic'),
  );
  const first = await askAll(context, asked);
  return first.some((one) => one.ok) || (await askAll(context, asked)).some((one) => one.ok);
}

function gateOf(context: RoundContext, startedAt: Date, passed: boolean) {
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: context.tools.now().toISOString(),
    passed,
  };
}

function askAll(context: RoundContext, controls: readonly Control[]): Promise<Attempt[]> {
  return Promise.all(controls.map((control) => askControl(context, control)));
}

const invalidPauseMs = 600;
const invalidRepeats = 3;

async function askControl(context: RoundContext, control: Control): Promise<Attempt> {
  const { limits, probe, wait } = context.tools;
  for (let repeat = 0; ; repeat += 1) {
    const slot = { host: new URL(control.url).hostname, priority: 0 };
    const observation = await limits.run(slot, () =>
      probe({
        url: control.url,
        method: control.method,
        timeoutMs: context.timeouts.control,
        signal: context.signal,
      }),
    );
    const ok = judgeControl(control, observation);
    const n = (context.record.controls.get(control.id)?.length ?? 0) + 1;
    const attempt = { n, ...withoutPage(observation), ok };
    await note(context, { kind: 'control', control: control.id, attempt });
    if (attempt.valid || repeat === invalidRepeats || !context.tools.isOnline()) return attempt;
    await wait(invalidPauseMs, context.signal);
  }
}

/** Everything seen of the controls so far, in the catalog's order. */
export function controlEvidence(
  context: Pick<RoundContext, 'catalog' | 'record'>,
): ControlEvidence[] {
  return controlsAndCalls(context.catalog).flatMap((control) => {
    const attempts = context.record.controls.get(control.id);
    return attempts === undefined ? [] : [evidenceOfControl(control, attempts)];
  });
}

function hasForeign(context: RoundContext, needed = 1): boolean {
  const reached = controlEvidence(context).filter(
    (one) => one.group === 'foreign' && isReached(one),
  );
  return reached.length >= needed;
}

function failing(context: RoundContext, asked: readonly Control[]): Control[] {
  const reached = new Set(
    controlEvidence(context)
      .filter(isReached)
      .map((one) => one.id),
  );
  return asked.filter((control) => !reached.has(control.id));
}
