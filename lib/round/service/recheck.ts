import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import { mayCount } from '../../diagnose/gates.ts';
import type { Attempt } from '../../model/attempt.ts';
import { type Evidence, evidenceOf, isSilentName } from '../../observe/evidence.ts';
import type { Gatekeeper } from '../gate/gatekeeper.ts';
import { allFailed, attemptsOf, isLate, type OpenRound, validFailures } from '../phases.ts';
import type { TransferChecks } from '../transfer/check-transfers.ts';
import type { AddressPairs } from './pair-addresses.ts';
import { recheckTarget } from './probe-target.ts';
import type { NameComparison } from './resolve-names.ts';
import { type SlowProbes, slowTimeoutMs } from './slow-probes.ts';

/** What all services of a round share. */
export interface CheckTools {
  gatekeeper: Gatekeeper;
  names: NameComparison;
  addresses: AddressPairs;
  slow: SlowProbes;
  transfers: TransferChecks;
}

export interface Suspects {
  service: Service;
  /** Those of its targets to recheck. */
  targets: readonly Target[];
  /** Whether a silent target may get a slow attempt. */
  isPatient: boolean;
}

type Suspect = Pick<Suspects, 'service' | 'isPatient'> & { target: Target };

/** A probe and two rechecks (contract, rule 2). */
const failuresNeeded = 3;
/** Rechecks of one target, those that a failed gate voids included. */
const recheckLimit = 4;

/**
 * Rechecks what failed, with the controls passing in between, compares names that do not resolve, and pairs
 * names whose connections break with their addresses.
 */
export async function confirmFailures(
  round: OpenRound,
  { targets, ...suspects }: Suspects,
  tools: CheckTools,
): Promise<void> {
  const failing = targets.filter((target) => allFailed(attemptsOf(round, target)));
  await Promise.all(
    failing.flatMap((target) => [
      recheck(round, { ...suspects, target }, tools),
      compareName(round, target, tools),
      pairAddress(round, { ...suspects, target }, tools),
    ]),
  );
}

async function recheck(
  round: OpenRound,
  { target, service, isPatient }: Suspect,
  { addresses, gatekeeper, slow }: CheckTools,
): Promise<void> {
  for (let more = 0; more < recheckLimit; more += 1) {
    if (isLate(round) || failuresMissing(round, target) <= 0) return;
    if (!(await gatekeeper.passesInTime())) return;
    // The gate may have voided some.
    const missing = failuresMissing(round, target);
    const isSlow = missing === 1 && isPatient && slow.claim(service, target);
    await Promise.all([
      recheckTarget(round, target, {
        purpose: 'recheck',
        timeoutMs: isSlow ? slowTimeoutMs : limitOfRecheck(round, target),
        slow: isSlow,
      }),
      isSlow ? pairWithSibling(round, { target, service }, addresses) : null,
    ]);
    if (!allFailed(attemptsOf(round, target))) return;
  }
}

/** How many more failures a verdict needs. Those beside a failed gate do not count. */
function failuresMissing(round: OpenRound, target: Target): number {
  const { gates } = round.log.record;
  const counting = validFailures(attemptsOf(round, target)).filter((one) => mayCount(one, gates));
  // Of several addresses, each was asked once.
  const needed = Math.max(failuresNeeded, target.urls.length + 1);
  return needed - counting.length;
}

const byHandshake: Evidence[] = ['timeout', 'cut-off', 'handshake-fails'];

/** One name and its address are one toss; another failing name of the service must agree. */
async function pairWithSibling(
  round: OpenRound,
  { target, service }: { target: Target; service: Service },
  addresses: AddressPairs,
): Promise<void> {
  const other = service.targets.find(
    (one) =>
      isHandshake(one) && hostOf(one) !== hostOf(target) && isSuspect(attemptsOf(round, one)),
  );
  const paired = other === undefined ? [target] : [target, other];
  await Promise.all(paired.map((one) => addresses.pair(one)));
}

/** Whether a ClientHello may have caused the failures. */
function isSuspect(attempts: readonly Attempt[]): boolean {
  const failures = validFailures(attempts).map(evidenceOf);
  return allFailed(attempts) && failures.some((one) => byHandshake.includes(one));
}

/** A resolver that was silent gets the time to be silent again. */
function limitOfRecheck(round: OpenRound, target: Target): number {
  const { timeouts } = round.opening;
  return attemptsOf(round, target).some(isSilentName) ? timeouts.sentinel : timeouts.target;
}

/** A pair names the mechanism of failures that a ClientHello may have caused. */
async function pairAddress(
  round: OpenRound,
  { target, service }: Suspect,
  { addresses }: CheckTools,
): Promise<void> {
  const failures = validFailures(attemptsOf(round, target)).map(evidenceOf);
  if (!failures.includes('cut-off') && !failures.includes('handshake-fails')) return;
  await pairWithSibling(round, { target, service }, addresses);
}

async function compareName(round: OpenRound, target: Target, { names }: CheckTools): Promise<void> {
  const failures = attemptsOf(round, target).map(evidenceOf);
  if (failures.includes('name-fails')) await names.compare(hostOf(target));
}
