import type { Service, Target } from '../../catalog/schema.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import type { PlannedService } from '../../model/plan.ts';
import { allFailed, attemptsOf, isLate, type OpenRound, validFailures } from '../phases.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probeTarget } from './probe-target.ts';
import { type CheckTools, confirmFailures } from './recheck.ts';

export interface ServiceCheck {
  service: Service;
  depth: PlannedService['depth'];
  /** Ids of targets that are asked beside the sentinel in any case. */
  inTurn: readonly string[];
  transfers: boolean;
}

/** A failure this quick is worth rechecking even where its service fails anyway. */
const quickMs = 1_500;

/** Probes one service: the sentinel, then what the plan or a failure calls for, then the rechecks. */
export async function checkService(
  round: OpenRound,
  { service, depth, inTurn, transfers }: ServiceCheck,
  tools: CheckTools,
): Promise<void> {
  const targets = service.targets.filter((target) => !isTransfer(target));
  const sentinel = targets.filter((target) => target.id === service.sentinel);
  await probeAll(round, sentinel, {
    purpose: 'sentinel',
    timeoutMs: round.opening.timeouts.sentinel,
  });
  const sentinelFails = sentinel.some((target) => fails(round, target));
  if (depth === 'sentinel' && !sentinelFails) {
    const turn = targets.filter(({ id }) => inTurn.includes(id));
    await probeAll(round, turn, { purpose: 'other', timeoutMs: round.opening.timeouts.target });
    if (!turn.some((target) => fails(round, target))) return;
  }

  const isBroken = await checkTargets(round, { service, targets, sentinelFails }, tools);
  if (transfers && !isBroken && !isLate(round)) await tools.transfers.check(service);
}

/** Probes all targets; whether an essential one fails. */
async function checkTargets(
  round: OpenRound,
  seen: { service: Service; targets: readonly Target[]; sentinelFails: boolean },
  tools: CheckTools,
): Promise<boolean> {
  const { service, targets, sentinelFails: hostFirst } = seen;
  const { timeouts } = round.opening;
  const essential = targets.filter((target) => isEssential(service, target));
  const others = targets.filter((target) => !essential.includes(target));
  const othersProbed = probeAll(round, others, {
    purpose: 'other',
    timeoutMs: hostFirst ? timeouts.aside : timeouts.target,
    hostFirst,
  });
  const essentialChecked = (async () => {
    await probeAll(round, essential, {
      purpose: 'essential',
      timeoutMs: timeouts.target,
      hostFirst,
    });
    await confirmFailures(round, { service, targets: essential, isPatient: true }, tools);
  })();
  await Promise.all([othersProbed, essentialChecked]);

  const isBroken = essential.some((target) => fails(round, target));
  const worthConfirming = others.filter(
    (target) => target.votes && (!isBroken || failedQuickly(round, target)),
  );
  await confirmFailures(round, { service, targets: worthConfirming, isPatient: !isBroken }, tools);
  return isBroken;
}

/** A voting target of a role without which the other roles are of no use. */
function isEssential(service: Service, target: Target): boolean {
  const role = service.roles.find((one) => one.role === target.role);
  return target.votes && role?.required === true && role.needs === undefined;
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
