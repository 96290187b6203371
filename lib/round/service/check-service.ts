import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isTransfer } from '../../catalog/target-kinds.ts';
import type { PlannedService } from '../../model/plan.ts';
import { evidenceOf, isSilentName } from '../../observe/evidence.ts';
import { attemptsOf, isFailing, isLate, type RoundContext, validFailures } from '../context.ts';
import type { Gatekeeper } from '../gate/gate.ts';
import type { TransferChecks } from '../transfer/check-transfers.ts';
import type { AddressPairs } from './pair-addresses.ts';
import { type ProbeOptions, probeTarget, recheckTarget } from './probe-target.ts';
import type { NameComparison } from './resolve-names.ts';
import { type SlowProbes, slowTimeoutMs } from './slow-probes.ts';

export interface ServiceCheck {
  service: Service;
  depth: PlannedService['depth'];
  transfers: boolean;
}

export interface CheckHelpers {
  gatekeeper: Gatekeeper;
  names: NameComparison;
  addresses: AddressPairs;
  slow: SlowProbes;
  transfers: TransferChecks;
}

const priorities = { sentinel: 1, recheck: 1, essential: 2, other: 3 };

/** A probe and two rechecks (contract, rule 2). */
const failuresNeeded = 3;
/** A failure this quick is worth rechecking even where its service fails anyway. */
const quickMs = 1_500;

/** Probes one service: sentinel, then what the plan or a failure asks for, then the rechecks. */
export async function checkService(
  context: RoundContext,
  { service, depth, transfers }: ServiceCheck,
  helpers: CheckHelpers,
): Promise<void> {
  const targets = service.targets.filter((target) => !isTransfer(target));
  const sentinel = targets.filter((target) => target.id === service.sentinel);
  const essential = targets.filter((target) => isEssential(service, target));
  const { timeouts } = context;
  await probeAll(context, sentinel, {
    priority: priorities.sentinel,
    timeoutMs: timeouts.sentinel,
  });
  const sentinelFails = sentinel.some((target) => fails(context, target));
  if (depth === 'sentinel' && !sentinelFails) return;

  const others = targets.filter((target) => !essential.includes(target));
  const othersProbed = probeAll(context, others, {
    priority: priorities.other,
    timeoutMs: sentinelFails ? timeouts.aside : timeouts.target,
    hostFirst: sentinelFails,
  });
  const essentialChecked = (async () => {
    await probeAll(context, essential, {
      priority: priorities.essential,
      timeoutMs: timeouts.target,
      hostFirst: sentinelFails,
    });
    await confirm(context, essential, helpers, service);
  })();
  await Promise.all([othersProbed, essentialChecked]);

  const broken = essential.some((target) => fails(context, target));
  await confirm(
    context,
    others.filter((target) => target.votes && (!broken || failedQuickly(context, target))),
    helpers,
    broken ? null : service,
  );
  if (transfers && !broken && !isLate(context)) await helpers.transfers.check(service);
}

/** Voting targets of the roles without which the others are of no use. */
function isEssential(service: Service, target: Target): boolean {
  const role = service.roles.find((one) => one.role === target.role);
  return target.votes && role?.required === true && role.needs === undefined;
}

async function probeAll(
  context: RoundContext,
  targets: readonly Target[],
  options: ProbeOptions,
): Promise<void> {
  await Promise.all(
    targets.map(async (target) => {
      if (!(await isPermitted(context, target))) context.forbidden.add(target.id);
      else if (!isProbed(context, target) && !isLate(context))
        await probeTarget(context, target, options);
    }),
  );
}

/** A resumed round does not repeat what was probed before the worker died. */
function isProbed(context: RoundContext, target: Target): boolean {
  return attemptsOf(context, target).some((attempt) => attempt.valid);
}

async function isPermitted(context: RoundContext, target: Target): Promise<boolean> {
  const permitted = await Promise.all(target.urls.map(context.tools.isPermitted));
  return permitted.every(Boolean);
}

function fails(context: RoundContext, target: Target): boolean {
  return isFailing(attemptsOf(context, target));
}

function failedQuickly(context: RoundContext, target: Target): boolean {
  const failures = validFailures(attemptsOf(context, target));
  return failures.some((attempt) => (attempt.totalMs ?? 0) < quickMs);
}

/**
 * Rechecks what failed, with the controls passing in between; compares names that failed, and pairs
 * names that were called in vain with their addresses.
 * @param patientFor the service whose silent targets may be given a slow attempt; null for none
 */
async function confirm(
  context: RoundContext,
  targets: readonly Target[],
  helpers: CheckHelpers,
  patientFor: Service | null = null,
): Promise<void> {
  const failing = targets.filter((target) => fails(context, target));
  await Promise.all(
    failing.map((target) =>
      Promise.all([
        recheck(context, target, helpers, patientFor),
        compareName(context, target, helpers),
        pairAddress(context, target, helpers),
      ]),
    ),
  );
}

async function recheck(
  context: RoundContext,
  target: Target,
  helpers: CheckHelpers,
  patientFor: Service | null,
): Promise<void> {
  const rechecks = target.urls.length > 1 ? 1 : failuresNeeded - 1;
  for (let done = firstRecheck(context, target); done <= rechecks; done += 1) {
    if (isLate(context)) return;
    if (!(await helpers.gatekeeper.passesNow())) return;
    const isLast = done === rechecks;
    const slow = isLast && patientFor !== null && helpers.slow.claim(patientFor, target);
    await Promise.all([
      recheckTarget(context, target, {
        priority: priorities.recheck,
        timeoutMs: slow ? slowTimeoutMs : limitOfRecheck(context, target),
        slow,
      }),
      slow ? helpers.addresses.pair(target) : null,
    ]);
    if (!fails(context, target)) return;
  }
}

/** In a round that was taken up again some may have been made. */
function firstRecheck(context: RoundContext, target: Target): number {
  const failures = validFailures(attemptsOf(context, target)).length;
  return Math.max(1, failures - target.urls.length + 1);
}

/** A resolver that was silent is given the time to be silent again. */
function limitOfRecheck(context: RoundContext, target: Target): number {
  const { timeouts } = context;
  return attemptsOf(context, target).some(isSilentName) ? timeouts.sentinel : timeouts.target;
}

/** A pair names the mechanism of failures that a ClientHello may have brought about. */
async function pairAddress(
  context: RoundContext,
  target: Target,
  { addresses }: CheckHelpers,
): Promise<void> {
  const failures = validFailures(attemptsOf(context, target)).map(evidenceOf);
  const called = failures.includes('cut-off') || failures.includes('handshake-fails');
  if (called) await addresses.pair(target);
}

async function compareName(
  context: RoundContext,
  target: Target,
  { names }: CheckHelpers,
): Promise<void> {
  const failures = attemptsOf(context, target).map(evidenceOf);
  if (failures.includes('name-fails')) await names.compare(hostOf(target));
}
