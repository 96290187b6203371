import { type Attempt, gotThrough } from '../../model/attempt.ts';
import type { ControlGroup } from '../../model/network.ts';
import { count, type Evidence, evidenceOf, failuresOf } from '../../observe/evidence.ts';
import { median } from '../../observe/median.ts';
import { invalidateLoneUnknowns } from '../../observe/unknown-codes.ts';
import {
  type ControlEvidence,
  isMeasured,
  operatorsByAddress,
  operatorsOf,
  showsForgery,
} from '../evidence/control-evidence.ts';
import {
  answersThroughProxy,
  concernsProxy,
  withoutFailureOfProxy,
} from '../evidence/own-proxy.ts';
import { areAnsweredFor } from './answered-for.ts';
import { isClockWrong } from './clock.ts';
import { certificateTroubles, withoutDoubtfulAnswers } from './national-certificates.ts';
import type { NetworkVerdict } from './network-verdict.ts';
import { isTlsShut } from './tls-shut.ts';

/** Groups that are evidence about transfers, filters of one's own and calls only. */
const groupsApart: ControlGroup[] = ['transfer', 'filter', 'calls-foreign', 'calls-domestic'];

/** Sites of as many operators that answer at once outweigh silent ones, however many. */
const steadyOperators = 2;

/** A network with a slower median is degraded. 2G needs about 4 s for a first HTTPS answer. */
const slowMs = 3_000;
/** A median this many times the usual one is slow, unless it stays below `quickMs`. */
const slowFactor = 5;
const quickMs = 1_000;

/**
 * Draws the network's verdict from the controls, before any verdict on a service.
 * @param usualMs median of the controls' times in earlier rounds, in milliseconds; null where there were too few
 * @param serviceMs how long answers of services took, in milliseconds, which corrects the median once the round has them
 */
export function diagnoseNetwork(
  seen: readonly ControlEvidence[],
  browserIsOnline: boolean,
  usualMs: number | null = null,
  serviceMs: readonly number[] = [],
): NetworkVerdict {
  const controls = withoutDoubtfulAnswers(withoutDeadProxy(seen))
    .filter((one) => !groupsApart.includes(one.group))
    .map((one) => ({ ...one, attempts: invalidateLoneUnknowns(one.attempts) }));
  const foreign = controls.filter((one) => one.group === 'foreign');
  if (foreign.some(isControlReached)) {
    return diagnoseWithForeign(controls, usualMs, serviceMs);
  }
  if (!browserIsOnline) return { state: 'offline', confidence: 'high', trouble: null };
  // Controls that, for example, another extension blocks are no evidence about the network.
  if (!foreign.some(isMeasured)) {
    const isByProxy =
      !answersThroughProxy({ controls, services: [] }) &&
      foreign.some(({ attempts }) => attempts.some(concernsProxy));
    return { state: 'degraded', confidence: 'low', trouble: isByProxy ? 'proxy' : 'unmeasured' };
  }
  return diagnoseWithoutForeign(controls);
}

/** A proxy for all but sites at home would look like an allowlist where it is dead. */
function withoutDeadProxy(controls: readonly ControlEvidence[]): readonly ControlEvidence[] {
  if (answersThroughProxy({ controls, services: [] })) return controls;
  return controls.map((one) => ({ ...one, attempts: one.attempts.map(withoutFailureOfProxy) }));
}

function diagnoseWithForeign(
  controls: readonly ControlEvidence[],
  usualMs: number | null,
  serviceMs: readonly number[],
): NetworkVerdict {
  const isWrongly = isClockWrong(controls) ? failsByCertificate : () => false;
  // By a wrong clock some certificates are over, or not valid yet.
  const foreign = controls.filter((one) => one.group === 'foreign' && !isWrongly(one));
  if (isBehindGarden(controls, foreign)) {
    return { state: 'captive_portal', confidence: 'medium', trouble: null };
  }
  const reached = foreign.filter(isControlReached).length;
  const answers = controls.flatMap((one) => one.attempts.filter((each) => each.ok));
  const unsteady = controls.filter((one) => isControlReached(one) && wasLost(one)).length;
  if (isSlow(median([...answers.map(totalOf), ...serviceMs]), usualMs)) {
    return { state: 'degraded', confidence: 'medium', trouble: 'slow' };
  }
  // One operator's outage, or one lost packet, does not make a bad network; nor do sites that are silent steadily
  // while others answer at once.
  const missing = foreign.length - reached;
  const isUnsure =
    operatorsOf(foreign.filter(isControlReached)).size < steadyOperators || unsteady > 0;
  if (unsteady >= 2 || (missing > reached && isUnsure)) {
    const missed = foreign.filter((one) => !isControlReached(one));
    const trouble = unsteady === 0 && areOpenedOnTheWay(missed) ? 'certificates' : 'loss';
    return { state: 'degraded', confidence: 'medium', trouble };
  }
  const isFlawless = missing === 0 && !foreign.some(showsForgery);
  return { state: 'normal', confidence: isFlawless ? 'high' : 'medium', trouble: null };
}

/** A portal that lets a few operators through, so that people can sign in with their accounts there. */
function isBehindGarden(
  controls: readonly ControlEvidence[],
  foreign: readonly ControlEvidence[],
): boolean {
  const open = operatorsOf(foreign.filter(isControlReached));
  const shut = operatorsOf(foreign.filter(isMeasured)).difference(open);
  return isGreeted(controls) && shut.size > open.size;
}

/** Whether somebody else answers in plain HTTP, whatever is asked. */
export function isGreeted(controls: readonly ControlEvidence[]): boolean {
  const portals = controls.filter((one) => one.group === 'portal');
  return portals.length > 0 && portals.every((one) => isIntercepted(one) && !isBusy(one));
}

/** Asked for by portals alone: `Network Authentication Required` (RFC 6585). */
const asksToLogIn = 511;

/** Whether its own server may have answered, or a proxy that does not reach it, with an error. */
function isBusy(control: ControlEvidence): boolean {
  return control.attempts.some(
    ({ httpStatus }) => httpStatus !== null && httpStatus >= 500 && httpStatus !== asksToLogIn,
  );
}

function isSlow(medianMs: number, usualMs: number | null): boolean {
  if (medianMs > slowMs) return true;
  return usualMs !== null && medianMs > quickMs && medianMs > slowFactor * usualMs;
}

function diagnoseWithoutForeign(controls: readonly ControlEvidence[]): NetworkVerdict {
  const portals = controls.filter((one) => one.group === 'portal');
  const reached = controls.filter(isControlReached);
  const answersAtHome = reached.some((one) => one.group === 'domestic');
  const intercepted = portals.filter(
    (one) => isIntercepted(one) && !(answersAtHome && isBusy(one)),
  );
  if (intercepted.length > 0) {
    const confidence = intercepted.length === portals.length ? 'high' : 'medium';
    return { state: 'captive_portal', confidence, trouble: null };
  }
  if (areAnsweredFor(controls)) {
    return { state: 'captive_portal', confidence: 'medium', trouble: null };
  }
  const secure = controls.filter((one) => one.group === 'foreign' || one.group === 'domestic');
  if (secure.length > 0 && secure.every(failsByCertificate)) {
    // A portal of which no check could tell, as where the browser asks in HTTPS alone, looks the same.
    const confidence = portals.some(isMeasured) ? 'high' : 'medium';
    return { state: 'degraded', confidence, trouble: 'certificates' };
  }
  if (answersAtHome) {
    const foreign = controls.filter((one) => one.group === 'foreign');
    const plainForeign = reached.some((one) => one.group === 'portal');
    if (plainForeign && areOpenedOnTheWay(foreign)) {
      return { state: 'degraded', confidence: 'medium', trouble: 'certificates' };
    }
    return plainForeign && !isTlsShut(controls)
      ? { state: 'degraded', confidence: 'low', trouble: 'loss' }
      : { state: 'allowlist', confidence: 'medium', trouble: null };
  }
  if (reached.length > 0) {
    const trouble = areNamesMissing(controls) ? 'resolver' : 'unclear';
    return { state: 'degraded', confidence: 'medium', trouble };
  }
  return { state: 'offline', confidence: 'medium', trouble: null };
}

/** Whether most sites, of two operators at least, show a bad certificate: who opens TLS spares some at home, as banks. */
function areOpenedOnTheWay(foreign: readonly ControlEvidence[]): boolean {
  const opened = foreign.filter(failsByCertificate);
  return (
    operatorsOf(opened).size >= steadyOperators &&
    opened.length * 2 > foreign.filter(isMeasured).length
  );
}

/**
 * Whether no name was found: nothing got through by its name, and all that fails fails as names do. A resolver that
 * hangs looks like silence; then servers of two operators must have answered by address.
 */
function areNamesMissing(controls: readonly ControlEvidence[]): boolean {
  const named = controls.filter((one) => one.group !== 'dns');
  const failures = named.flatMap((one) => failuresOf(one.attempts));
  const names = count(failures, 'name-fails');
  if (named.some(isControlReached) || names + count(failures, 'timeout') < failures.length)
    return false;
  return names * 2 > failures.length || operatorsByAddress(controls).size >= steadyOperators;
}

export function isControlReached(control: ControlEvidence): boolean {
  return control.attempts.some(gotThrough);
}

const lost: Evidence[] = [
  'timeout',
  'connect-timeout',
  'handshake-timeout',
  'cut-off',
  'name-fails',
];

/** Lost packets cause silence or a broken connection, never a wrong answer. */
function wasLost(control: ControlEvidence): boolean {
  return control.attempts.some((attempt) => lost.includes(evidenceOf(attempt)));
}

/** Whether somebody else answered in its place. */
function isIntercepted(control: ControlEvidence): boolean {
  const answers = control.attempts.some(({ valid, httpStatus }) => valid && httpStatus !== null);
  return answers && !isControlReached(control);
}

function failsByCertificate(control: ControlEvidence): boolean {
  const valid = control.attempts.filter((attempt) => attempt.valid);
  return (
    valid.length > 0 && valid.every((attempt) => certificateTroubles.includes(evidenceOf(attempt)))
  );
}

function totalOf(attempt: Attempt): number {
  return attempt.totalMs ?? 0;
}
