import { hostOf } from '../../catalog/host-of.ts';
import type { Service, Target } from '../../catalog/schema.ts';
import { isHandshake } from '../../catalog/target-kinds.ts';
import { mayCount } from '../../diagnose/evidence/gates.ts';
import { mayBeOld } from '../../diagnose/evidence/old-connections.ts';
import { isRefusedAtOnce } from '../../diagnose/own-filter/filtered-names.ts';
import { answeredKinds } from '../../diagnose/target/pairs.ts';
import { attemptsForLikely } from '../../diagnose/target/repetition.ts';
import type { Attempt } from '../../model/attempt.ts';
import { type Evidence, evidenceOf, isSilentName } from '../../observe/evidence.ts';
import type { Gatekeeper } from '../gate/gatekeeper.ts';
import { allFailed, attemptsOf, isLate, type OpenRound, validFailures } from '../phases.ts';
import type { ProxyLook } from '../proxy-look.ts';
import type { TransferChecks } from '../transfer/check-transfers.ts';
import { failsElsewhere } from './fails-elsewhere.ts';
import type { FamilyLook } from './family-look.ts';
import type { OwnFilterLook } from './own-filter.ts';
import type { AddressPairs } from './pair-addresses.ts';
import { isAnySlow, isPatient, type LongSilences, patientMs } from './patience.ts';
import { recheckTarget } from './probe-target.ts';
import type { NameComparison } from './resolve-names.ts';

/** What all services of a round share. */
export interface CheckTools {
  gatekeeper: Gatekeeper;
  names: NameComparison;
  addresses: AddressPairs;
  ownFilter: OwnFilterLook;
  proxies: ProxyLook;
  families: FamilyLook;
  longSilences: LongSilences;
  /** What decides no state, and waits until the states are told. */
  later: (() => Promise<void>)[];
  transfers: TransferChecks;
}

export interface Suspects {
  service: Service;
  /** Those of its targets to recheck. */
  targets: readonly Target[];
  /** Whether the service's state depends on these targets, and not on others that fail anyway. */
  isDecisive: boolean;
  /** The first attempt on the only target, which may run on. */
  firstAsked?: Promise<unknown>;
  /** First attempts on the service's other targets, one of which may take part in a pair. */
  othersAsked?: Promise<unknown>;
}

type Suspect = Omit<Suspects, 'targets'> & { target: Target };

/** Of a hundred targets, where one connection in twenty fails, three tries in a row fail in one round of eighty, four in one of 1,600. */
const furtherByChance = 1;
/** Rechecks of one target, those that a failed gate voids included. */
const recheckLimit = 4;
/** What a resolver that was silent may need more the next time, in milliseconds. */
const graceMs = 1_500;

/**
 * Rechecks what failed, with the controls passing in between, compares names that do not resolve, and pairs
 * names whose connections break with their addresses.
 */
export async function confirmFailures(
  round: OpenRound,
  { targets, ...suspects }: Suspects,
  tools: CheckTools,
): Promise<void> {
  const failing = targets.filter((target) => isFailing(round, target, tools));
  await Promise.all(
    failing.flatMap((target) => [
      recheck(round, { ...suspects, target }, tools),
      compareName(round, target, tools),
      tools.families.compare(target),
      compareRefusal(round, { ...suspects, target }, tools),
      compareCertificate(round, target, tools),
      lookForProxy(round, target, tools),
      pairAddress(round, { ...suspects, target }, tools),
    ]),
  );
  await Promise.all(failing.map((target) => askAfterPair(round, target)));
}

/**
 * Names and addresses are asked in turn (contract, section 1): a server that was out of order, whatever it was asked,
 * completes handshakes by its address alone once it is back. Then it answers to its name as well.
 */
async function askAfterPair(round: OpenRound, target: Target): Promise<void> {
  const attempts = attemptsOf(round, target);
  const paired = round.log.record.addressProbes.filter(({ name }) => name === hostOf(target));
  const completedAt = paired.flatMap((one) =>
    one.attempts.filter(({ ok }) => ok).map(({ startedAt }) => startedAt),
  );
  const isLatest = completedAt.some((at) => attempts.every(({ startedAt }) => startedAt < at));
  if (!isLatest || isLate(round) || !allFailed(attempts)) return;
  const timeoutMs = round.opening.timeouts.target;
  await recheckTarget(round, target, { purpose: 'recheck', timeoutMs });
}

async function recheck(
  round: OpenRound,
  suspect: Suspect,
  { gatekeeper, longSilences }: Pick<CheckTools, 'gatekeeper' | 'longSilences'>,
): Promise<void> {
  const { target, firstAsked } = suspect;
  const missing = () =>
    failuresMissing(round, suspect) - (longSilences.isRunningOn(target.id) ? 1 : 0);
  for (let more = 0; more < recheckLimit; more += 1) {
    // It may end in another way than it was counted on to.
    if (missing() <= 0) await firstAsked;
    if (isLate(round) || missing() <= 0 || !isFailing(round, target, { longSilences })) return;
    if (!(await gatekeeper.passesInTime())) return;
    // The gate may have voided some.
    const isLast = missing() === 1;
    const timeoutMs = limitOfRecheck(round, { ...suspect, isLast }, longSilences);
    await recheckTarget(round, target, { purpose: 'recheck', timeoutMs });
    if (!allFailed(attemptsOf(round, target))) return;
  }
}

/** Whether a target failed in all its attempts, or its first one is silent and runs on. */
export function isFailing(
  round: OpenRound,
  target: Target,
  { longSilences }: Pick<CheckTools, 'longSilences'>,
): boolean {
  const attempts = attemptsOf(round, target);
  // What does not count, and an answer over a connection from before, may be there already; what counts is still to come.
  const counting = attempts.filter(({ valid }) => valid);
  const isPending = longSilences.isRunningOn(target.id) && counting.every(mayBeOld);
  return allFailed(attempts) || isPending;
}

/** How many more failures are needed. Those beside a failed gate do not count. */
function failuresMissing(
  round: OpenRound,
  { service, target }: Pick<Suspect, 'service' | 'target'>,
): number {
  const { gates } = round.log.record;
  const counting = validFailures(attemptsOf(round, target)).filter((one) => mayCount(one, gates));
  // Of several addresses, each was asked once.
  const needed = Math.max(attemptsForLikely, target.urls.length + 1);
  const isChance = failsElsewhere(round, { service, target });
  return needed + (isChance ? furtherByChance : 0) - counting.length;
}

/** One name and its address are one toss; another name of the service that fails as it does must agree. */
export async function pairWithSibling(
  round: OpenRound,
  { target, service }: { target: Target; service: Service },
  addresses: AddressPairs,
): Promise<void> {
  const kinds = kindsOf(round, target);
  const other = service.targets.find(
    (one) =>
      isHandshake(one) &&
      hostOf(one) !== hostOf(target) &&
      allFailed(attemptsOf(round, one)) &&
      kindsOf(round, one).some((kind) => kinds.includes(kind)),
  );
  const paired = other === undefined ? [target] : [target, other];
  await Promise.all(paired.map((one) => addresses.pair(one)));
}

/** The kinds of failures that a ClientHello may have caused; silence alone where nothing was answered: a packet may be lost. */
function kindsOf(round: OpenRound, target: Target): Evidence[] {
  const failures = validFailures(attemptsOf(round, target)).map(evidenceOf);
  const answered = failures.filter((one) => answeredKinds.includes(one));
  return answered.length > 0 ? answered : failures.filter((one) => one === 'timeout');
}

/**
 * A resolver that was silent gets the time to be silent again, and a service that answers late the time to answer.
 * Before a target's silence alone decides, it is waited for long once, unless so many are silent that they would hold all
 * connections.
 */
function limitOfRecheck(
  round: OpenRound,
  { target, isDecisive, isLast }: Suspect & { isLast: boolean },
  longSilences: LongSilences,
): number {
  const { network, timeouts } = round.opening;
  // All that is foreign is silent alike.
  if (network.state === 'allowlist') return timeouts.aside;
  const attempts = attemptsOf(round, target);
  const silentMs = attempts.filter(isSilentName).map(({ totalMs }) => (totalMs ?? 0) + graceMs);
  if (silentMs.length > 0) return Math.min(patientMs, Math.max(timeouts.sentinel, ...silentMs));
  const isAwaited =
    isDecisive &&
    isLast &&
    attempts.every(isSilence) &&
    !attempts.some(isPatientlySilent) &&
    !longSilences.isRunningOn(target.id) &&
    !longSilences.areMany();
  const isLong = isPatient(round) && (isAwaited || isAnySlow(round));
  if (isLong) return Math.max(patientMs, timeouts.target);
  return longSilences.areMany() ? timeouts.aside : timeouts.target;
}

function isSilence(attempt: Attempt): boolean {
  return ['timeout', 'invalid'].includes(evidenceOf(attempt));
}

function isPatientlySilent({ totalMs }: Attempt): boolean {
  return (totalMs ?? 0) >= patientMs;
}

/** A pair names the mechanism of failures that a ClientHello may have caused. */
async function pairAddress(
  round: OpenRound,
  { target, service, othersAsked }: Suspect,
  { addresses }: CheckTools,
): Promise<void> {
  const failures = validFailures(attemptsOf(round, target)).map(evidenceOf);
  if (!failures.includes('cut-off') && !failures.includes('handshake-fails')) return;
  await othersAsked;
  await pairWithSibling(round, { target, service }, addresses);
}

async function compareName(
  round: OpenRound,
  target: Target,
  { names, ownFilter }: CheckTools,
): Promise<void> {
  const failures = attemptsOf(round, target).map(evidenceOf);
  if (!failures.includes('name-fails')) return;
  await names.compare(hostOf(target));
  await ownFilter.look(hostOf(target));
}

/** Whether it is a proxy that is silent or breaks off. A name on which the resolver fails is not left to one. */
async function lookForProxy(
  round: OpenRound,
  target: Target,
  { proxies }: CheckTools,
): Promise<void> {
  const failures = attemptsOf(round, target).map(evidenceOf);
  if (!failures.includes('name-fails')) await proxies.look(hostOf(target));
}

/** A filter of one's own that leads names to its server shows the same certificate for other names. */
async function compareCertificate(
  round: OpenRound,
  target: Target,
  { ownFilter }: CheckTools,
): Promise<void> {
  const failures = attemptsOf(round, target).map(evidenceOf);
  if (failures.includes('foreign-certificate')) await ownFilter.lookAtCertificates();
}

/** A name that leads to this computer is refused at once, while its server is alive. */
async function compareRefusal(
  round: OpenRound,
  { target, service }: Suspect,
  { names, ownFilter, addresses }: CheckTools,
): Promise<void> {
  if (!isHandshake(target) || !attemptsOf(round, target).some(isRefusedAtOnce)) return;
  if (!(await ownFilter.isRefused())) return;
  await names.compare(hostOf(target));
  await pairWithSibling(round, { target, service }, addresses);
}
