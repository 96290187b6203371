import type { Service, Target } from '../../catalog/schema.ts';
import { isPlain, isTransfer } from '../../catalog/target-kinds.ts';
import type { PlannedService } from '../../model/plan.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import { allFailed, attemptsOf, isLate, type OpenRound, validFailures } from '../phases.ts';
import { isEssential } from './essential.ts';
import { isPatient, patientMs } from './patience.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probeTarget } from './probe-target.ts';
import { type CheckTools, confirmFailures, isFailing } from './recheck.ts';

export interface ServiceCheck {
  service: Service;
  depth: PlannedService['depth'];
  /** Ids of targets that are asked beside the sentinel in any case. */
  inTurn: readonly string[];
  transfers: boolean;
}

/** Of many services that are silent alike, so many are waited for at once: each holds a connection. */
const patientAtOnce = 3;

/** A failure this quick is worth rechecking even where its service fails anyway. */
const quickMs = 1_500;

/** Probes one service: the sentinel, then what the plan or a failure calls for, then the rechecks. */
export async function checkService(
  round: OpenRound,
  { service, depth, inTurn, transfers }: ServiceCheck,
  tools: CheckTools,
): Promise<void> {
  const targets = service.targets.filter((target) => !isTransfer(target));
  const sentinel = targets.find((target) => target.id === service.sentinel);
  const first = askSentinel(round, sentinel, tools);
  await first.settled;
  const sentinelFails = sentinel !== undefined && isFailing(round, sentinel, tools);
  if (depth === 'sentinel' && !sentinelFails) {
    const turn = targets.filter(({ id }) => inTurn.includes(id));
    await probeAll(round, turn, { purpose: 'other', timeoutMs: round.opening.timeouts.target });
    if (!turn.some((target) => fails(round, target))) return;
  }

  const seen = { service, targets, sentinelFails, sentinelAsked: first.done };
  const isBroken = await checkTargets(round, seen, tools);
  if (transfers && !isBroken && !isLate(round)) await tools.transfers.check(service);
}

interface FirstAttempt {
  /** Resolves once it has ended or was silent for long. */
  settled: Promise<unknown>;
  done: Promise<unknown>;
}

/** Asks the sentinel. Where it is silent for long, its attempt runs on beside what follows. */
function askSentinel(
  round: OpenRound,
  sentinel: Target | undefined,
  { runningOn }: CheckTools,
): FirstAttempt {
  if (sentinel === undefined) return { settled: Promise.resolve(), done: Promise.resolve() };
  const soloMs = round.opening.timeouts.sentinel;
  if (!isPatient(round)) {
    const done = probeAll(round, [sentinel], { purpose: 'sentinel', timeoutMs: soloMs });
    return { settled: done, done };
  }
  const silent = Promise.withResolvers<void>();
  const onSilent = () => {
    const runsOn = runningOn.size < patientAtOnce;
    if (runsOn) {
      runningOn.add(sentinel.id);
      silent.resolve();
    }
    return runsOn;
  };
  const done = probeAll(round, [sentinel], {
    purpose: 'sentinel',
    timeoutMs: patientMs,
    patience: { soloMs, onSilent },
  }).finally(() => runningOn.delete(sentinel.id));
  return { settled: Promise.race([done, silent.promise]), done };
}

interface ServiceSeen {
  service: Service;
  targets: readonly Target[];
  sentinelFails: boolean;
  /** The sentinel's first attempt, which may run on. */
  sentinelAsked: Promise<unknown>;
}

/** Probes all targets; whether an essential one fails. */
async function checkTargets(
  round: OpenRound,
  { service, targets, sentinelFails: hostFirst, sentinelAsked }: ServiceSeen,
  tools: CheckTools,
): Promise<boolean> {
  const { timeouts } = round.opening;
  const essential = targets.filter((target) => isEssential(service, target));
  const others = targets.filter((target) => !essential.includes(target));
  const isAsked = (target: Target) => tools.runningOn.has(target.id);
  // Where the sentinel is silent, the others may be as well, and wait for each other. They come last.
  const waits = hostFirst && essential.some((target) => isSilent(round, target, tools));
  const atOnce = others.filter((target) => !waits || isPlain(target));
  const askOthers = (some: readonly Target[]) =>
    probeAll(round, some, {
      purpose: 'other',
      timeoutMs: hostFirst ? timeouts.aside : timeouts.target,
      hostFirst,
    });
  const essentialChecked = (async () => {
    await probeAll(
      round,
      essential.filter((target) => !isAsked(target)),
      { purpose: 'essential', timeoutMs: timeouts.target, hostFirst },
    );
    const isDecisive = !hostFirst;
    await confirmFailures(round, { service, targets: essential, isDecisive }, tools);
    await sentinelAsked;
  })();
  await Promise.all([askOthers(atOnce), essentialChecked]);

  const isBroken = essential.some((target) => fails(round, target));
  const checkRest = async () => {
    await askOthers(others.filter((target) => !atOnce.includes(target)));
    const worthConfirming = others.filter(
      (target) => target.votes && (!isBroken || failedQuickly(round, target)),
    );
    const suspects = { service, targets: worthConfirming, isDecisive: !isBroken };
    await confirmFailures(round, suspects, tools);
  };
  if (isBroken && waits) tools.later.push(checkRest);
  else await checkRest();
  return isBroken;
}

/** Whether all that is known of a target is silence. */
function isSilent(round: OpenRound, target: Target, tools: CheckTools): boolean {
  const failures = validFailures(attemptsOf(round, target)).map(evidenceOf);
  return isFailing(round, target, tools) && failures.every((one) => one === 'timeout');
}

async function probeAll(
  round: OpenRound,
  targets: readonly Target[],
  options: ProbeOptions,
): Promise<void> {
  await Promise.all(
    targets.map(async (target) => {
      if (!(await isPermitted(round, target))) await noteForbidden(round, target);
      else if (!isProbed(round, target) && !isLate(round)) {
        await probeTarget(round, target, options);
      }
    }),
  );
}

/** A resumed round does not repeat what was probed before the worker died. */
function isProbed(round: OpenRound, target: Target): boolean {
  return attemptsOf(round, target).some((attempt) => attempt.valid);
}

async function isPermitted({ asker }: OpenRound, { urls }: Target): Promise<boolean> {
  const permitted = await Promise.all(urls.map(asker.isPermitted));
  return permitted.every(Boolean);
}

async function noteForbidden({ log }: OpenRound, { id }: Target): Promise<void> {
  if (!log.record.forbidden.has(id)) await log.note({ kind: 'forbidden', target: id });
}

function fails(round: OpenRound, target: Target): boolean {
  return allFailed(attemptsOf(round, target));
}

function failedQuickly(round: OpenRound, target: Target): boolean {
  const failures = validFailures(attemptsOf(round, target));
  return failures.some((attempt) => (attempt.totalMs ?? 0) < quickMs);
}
