import { hostOf } from '../../catalog/host-of.ts';
import { isPlain, isTransfer, isUpload } from '../../catalog/target-kinds.ts';
import { transferBytes } from '../../catalog/transfer-bytes.ts';
import { type Attempt, isByPrivateAuthority } from '../../model/attempt.ts';
import type { ControlGroup, Gate } from '../../model/network.ts';
import { evidenceOf, isSilentName } from '../../observe/evidence.ts';
import { median } from '../../observe/median.ts';
import { answerMsOf } from '../../observe/pace.ts';
import type { ControlEvidence } from '../evidence/control-evidence.ts';
import type { ServiceEvidence } from '../evidence/round-evidence.ts';
import { outdoes, standingOut, sumOf, type Tally } from './contrast.ts';
import { latestTries } from './window.ts';

const targetsNeeded = 4;
const ownersNeeded = 2;
/** So many controls that lost packets show that all do; one may be lost on any line. */
const sitesNeeded = 2;

/**
 * Whether a round lost packets: several targets, not all of one service, were silent and then answered. A
 * censor would block consistently. What loses more than all else by more than chance is left out: its way is bad,
 * not the network.
 */
export function hasPacketLoss(evidence: {
  controls: readonly ControlEvidence[];
  services: readonly ServiceEvidence[];
}): boolean {
  const seen = [
    ...evidence.controls
      .filter((one) => !isOfCalls(one))
      .map(({ attempts }) => ({ owner: ofControls, attempts })),
    ...evidence.services.flatMap((one) =>
      smallRequestsOf(one).map((attempts) => ({ owner: one.service.id, attempts })),
    ),
  ];
  const apart = ownersStandingOut(seen);
  const wavering = seen.filter(({ owner, attempts }) => !apart.has(owner) && wavers(attempts));
  const owners = new Set(wavering.map(({ owner }) => owner));
  if (wavering.length < targetsNeeded || owners.size < ownersNeeded) return false;
  const sites = wavering.filter(({ owner }) => owner === ofControls).length;
  return sites >= sitesNeeded || !outdoControls(owners.difference(new Set([ofControls])), seen);
}

/** Such a server answers without a connection, far sooner than any other. */
function isOfCalls({ group }: ControlEvidence): boolean {
  return group.startsWith('calls-');
}

/** Attempts by target, without transfers: a censor that counts bytes stops those and lets the others through. */
function smallRequestsOf({ service, attempts }: ServiceEvidence): (readonly Attempt[])[] {
  const transfers = new Set(service.targets.filter(isTransfer).map(({ id }) => id));
  return [...attempts].filter(([id]) => !transfers.has(id)).map(([, each]) => each);
}

/** An answer that takes so long, in milliseconds, took packets sent again twice. */
const resentTwiceMs = 3_000;
/** More than an answer over a new connection takes from the other side of the world, in milliseconds. */
const throttledMs = 1_500;
const connectionsNeeded = 3;
/** A connection that takes so long to open, in milliseconds, took its first packet sent again (RFC 6298: after 1 s). */
const synResentMs = 1_000;
/**
 * Firefox tries a second connection so many milliseconds after the first (`network.http.connection-retry-timeout`), and its
 * times include that wait.
 */
const secondConnectionMs = 250;
/** A server that answers within so many milliseconds takes less to accept a connection. */
const nearbyMs = 200;
const targetsOfLoss = 2;

/**
 * Whether packets are lost on the way to a service: small requests to a target, or uploads of as much, were silent and then
 * answered; or most connections to several targets are met with silence; or several targets answered late, or one did and
 * another host is silent; or several are silent where one was silent of late and then answered. A very small upload is a
 * small request.
 */
export function isWayLossy(service: ServiceEvidence): boolean {
  const seen = service.service.targets.map((target) => {
    const attempts = (service.attempts.get(target.id) ?? []).filter(({ valid }) => valid);
    return { target, host: hostOf(target), attempts };
  });
  const small = seen.filter(({ target }) => !isTransfer(target));
  const uploads = seen.filter(({ target }) => isUpload(target));
  if (small.some(({ attempts }) => wavers(attempts))) return true;
  if (uploads.some(({ attempts }) => wavers(attempts.filter(isOfMuch)))) return true;
  if (isMostlySilent(service)) return true;
  const late = lateAnswers(seen.flatMap(({ attempts }) => attempts));
  const lateTargets = seen.filter(({ attempts }) => attempts.some((one) => late.includes(one)));
  const silent = small.filter(({ attempts }) => attempts.length > 0 && attempts.every(isSilence));
  if (late.length === 0) return silent.length >= targetsOfLoss && waveredOfLate(service);
  const elsewhere = silent.filter((one) => lateTargets.every(({ host }) => host !== one.host));
  return lateTargets.length + elsewhere.length >= targetsOfLoss;
}

/** Whether most connections to several targets are met with silence, and with nothing else. */
function isMostlySilent({ windows }: ServiceEvidence): boolean {
  const silent = [...(windows?.values() ?? [])].filter(
    (one) =>
      one.mostlyFails &&
      latestTries(one).every(({ ok, mechanism }) => ok || mechanism?.endsWith('timeout')),
  );
  return silent.length >= targetsOfLoss;
}

function waveredOfLate({ windows }: ServiceEvidence): boolean {
  return [...(windows?.values() ?? [])].some(({ tries }) => {
    const silent = tries.findIndex(({ mechanism }) => mechanism?.endsWith('timeout'));
    return silent >= 0 && tries.slice(silent).some(({ ok }) => ok);
  });
}

/** Whether an upload that got through was of much. Of one that did not nothing is known. */
function isOfMuch({ ok, bytes }: Attempt): boolean {
  return !ok || bytes === transferBytes;
}

/**
 * What came late of a service, unless each TLS connection opened at once and was slow from then on: a throttle slows all
 * down, and lost packets some.
 */
export function lateAnswers(attempts: readonly Attempt[]): Attempt[] {
  const opening = attempts.filter((one) => isAnswer(one) && one.tlsMs !== null);
  const isThrottled =
    opening.length >= connectionsNeeded &&
    opening.every((one) => (one.connectMs ?? 0) < synResentMs && timeOf(one) > throttledMs);
  return isThrottled ? [] : attempts.filter(isLateAnswer);
}

/** Whether what fits into a few packets came late. Of an upload of much nobody knows when it began to be sent. */
function isLateAnswer(attempt: Attempt): boolean {
  const { valid, connectMs, totalMs, bytes } = attempt;
  if (valid && (connectMs ?? 0) >= synResentMs) return true;
  if (isOverSecondConnection(attempt)) return true;
  return isAnswer(attempt) && bytes !== transferBytes && (totalMs ?? 0) > resentTwiceMs;
}

/** Whether the first connection to a nearby server did not open, and a second one did at once. */
function isOverSecondConnection(attempt: Attempt): boolean {
  const waitMs = (attempt.connectMs ?? 0) - secondConnectionMs;
  const answerMs = answerMsOf(attempt);
  return isAnswer(attempt) && answerMs <= nearbyMs && waitMs >= 0 && waitMs <= answerMs;
}

function wavers(attempts: readonly Attempt[]): boolean {
  return attempts.some(isSilence) && attempts.some(isAnswer);
}

const ofControls = 'controls';

/** A packet that is lost is sent again after so long or, mostly, sooner; in milliseconds. */
const resentOnceMs = 500;

/**
 * Whether services that lost packets, together, lost more than controls: the way to them is bad. An answer far later than
 * the quickest one of its owner is the end of a loss, too.
 */
function outdoControls(services: ReadonlySet<string>, seen: readonly Seen[]): boolean {
  const lossesOf = (owner: string) => tallyOfLosses(seen.filter((one) => one.owner === owner));
  return outdoes(sumOf([...services].map(lossesOf)), lossesOf(ofControls));
}

function tallyOfLosses(own: readonly Seen[]): Tally {
  const { failures, tries } = sumOf(own.map(tallyOf));
  const answers = own.flatMap(({ attempts }) => attempts.filter(isAnswer));
  // Over a connection that was open an answer is quicker.
  const opening = answers.filter(({ reusedConnection }) => reusedConnection !== true);
  const limitMs = Math.min(...opening.map(timeOf)) + resentOnceMs;
  return { failures: failures + answers.filter((one) => timeOf(one) > limitMs).length, tries };
}

function timeOf({ totalMs }: Attempt): number {
  return totalMs ?? 0;
}

interface Seen {
  owner: string;
  attempts: readonly Attempt[];
}

/** Of those that answered at all, the owners whose share of silences stands out. */
function ownersStandingOut(seen: readonly Seen[]): Set<string> {
  const owners = [...new Set(seen.map(({ owner }) => owner))].map((owner) => {
    return { owner, ...sumOf(seen.filter((one) => one.owner === owner).map(tallyOf)) };
  });
  const answering = owners.filter(({ failures, tries }) => tries > failures);
  return new Set(standingOut(answering).map(({ owner }) => owner));
}

function tallyOf({ attempts }: Seen): Tally {
  const failures = attempts.filter(isSilence).length;
  return { failures, tries: failures + attempts.filter(isAnswer).length };
}

/** An answer that takes so long, in milliseconds, and twice as long as the others, took packets sent again. */
const resentMs = 4_000;
const resentNeeded = 2;

/** Whether several controls answered far later than the others. */
export function hasLateAnswers(controls: readonly ControlEvidence[]): boolean {
  const times = controls
    .filter(({ group }) => secureGroups.includes(group) || group === 'portal')
    .map(({ attempts }) => attempts.filter(isAnswer).map(({ totalMs }) => totalMs ?? 0));
  const limitMs = Math.max(resentMs, 2 * median(times.flat()));
  return times.filter((all) => all.some((each) => each > limitMs)).length >= resentNeeded;
}

const failedGatesForLoss = 2;
const secureGroups: ControlGroup[] = ['foreign', 'domestic', 'dns', 'transfer'];

/**
 * Whether two gates failed and something got through after the first of them. On a network that breaks down, or behind
 * a portal that appears, nothing does except the portal's own answers in place of others.
 */
export function hasIntermittentGates(evidence: {
  gates: readonly Gate[];
  controls: readonly ControlEvidence[];
  services: readonly ServiceEvidence[];
}): boolean {
  const failed = evidence.gates.filter((gate) => !gate.passed);
  const [first] = failed;
  if (first === undefined || failed.length < failedGatesForLoss) return false;
  const secure = evidence.services.flatMap(({ service, attempts }) =>
    service.targets
      .filter((target) => !isPlain(target))
      .flatMap(({ id }) => attempts.get(id) ?? []),
  );
  const controls = evidence.controls.filter(({ group }) => secureGroups.includes(group));
  return [...controls.flatMap(({ attempts }) => attempts), ...secure].some(
    (attempt) =>
      isAnswer(attempt) &&
      !isByPrivateAuthority(attempt) &&
      attempt.reusedConnection !== true &&
      Date.parse(attempt.startedAt) >= Date.parse(first.startedAt),
  );
}

/**
 * Whether nothing was lost, so that a resolver's silence is not accidental. One silent control, or one target
 * that was silent and then answered, is enough for doubt; but a control that was silent every time while two others
 * answered at once is out of order itself.
 */
export function isLossless(evidence: {
  controls: readonly ControlEvidence[];
  services: readonly ServiceEvidence[];
}): boolean {
  const targets = evidence.services.flatMap(smallRequestsOf);
  const steady = evidence.controls.filter(({ attempts }) => attempts.every(isAnswer)).length;
  return (
    !targets.some(wavers) &&
    !evidence.controls.some(
      ({ attempts }) =>
        attempts.some((one) => isSilence(one) && (isLong(one) || attempts.some(isAnswer))) &&
        !(steady >= steadyNeeded && isSteadilySilent(attempts)),
    )
  );
}

const steadyNeeded = 2;

function isSteadilySilent(attempts: readonly Attempt[]): boolean {
  return attempts.length > 1 && attempts.every(isSilence);
}

function isSilence(attempt: Attempt): boolean {
  const evidence = evidenceOf(attempt);
  return evidence === 'timeout' || evidence === 'connect-timeout' || isSilentName(attempt);
}

/** Our own limit may end an attempt sooner than a satellite answers. */
function isLong({ totalMs }: Attempt): boolean {
  return totalMs === null || totalMs >= resentTwiceMs;
}

function isAnswer(attempt: Attempt): boolean {
  return evidenceOf(attempt) === 'reached';
}
