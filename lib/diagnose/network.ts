import type { Attempt } from '../model/attempt.ts';
import type { ControlGroup } from '../model/network.ts';
import type { Confidence, NetworkState } from '../model/state.ts';
import { type Evidence, evidenceOf } from '../observe/evidence.ts';
import { median } from '../observe/median.ts';
import { invalidateLoneUnknowns } from '../observe/unknown-codes.ts';

/** One control with everything seen of it in one gate, repeats included. */
export interface ControlEvidence {
  id: string;
  group: ControlGroup;
  attempts: readonly Attempt[];
}

/** Why services cannot be judged on a network that is not normal. */
export type NetworkTrouble = 'certificates' | 'resolver' | 'loss' | 'slow' | 'unmeasured' | null;

export interface NetworkVerdict {
  state: NetworkState;
  confidence: Confidence;
  trouble: NetworkTrouble;
}

/** Groups that say something of transfers and of calls alone. */
const others: ControlGroup[] = ['transfer', 'calls-foreign', 'calls-domestic'];

/** Above this the controls answer at a crawl. 2G needs about 4 s for a first HTTPS answer. */
const slowMs = 3_000;
/** So many times above what is usual here is far above it, unless it is quick all the same. */
const farAboveUsual = 5;
const quickMs = 1_000;

/**
 * The gate: is the network itself fit for a statement about one service?
 * @param usualMs median of the controls' times in earlier rounds; null where there were too few
 * @param beside answers of services, where the round has gone on: they were as slow, or were not
 */
export function diagnoseNetwork(
  seen: readonly ControlEvidence[],
  browserIsOnline: boolean,
  usualMs: number | null = null,
  beside: readonly Attempt[] = [],
): NetworkVerdict {
  const controls = seen
    .filter((one) => !others.includes(one.group))
    .map((one) => ({ ...one, attempts: invalidateLoneUnknowns(one.attempts) }));
  const foreign = controls.filter((one) => one.group === 'foreign');
  if (foreign.some(isReached)) return withForeign(controls, foreign, usualMs, beside);
  if (!browserIsOnline) return { state: 'offline', confidence: 'high', trouble: null };
  // A control that another extension blocks, say, tells nothing of the network.
  if (!foreign.some(isMeasured)) {
    return { state: 'degraded', confidence: 'low', trouble: 'unmeasured' };
  }
  return withoutForeign(controls);
}

function withForeign(
  controls: readonly ControlEvidence[],
  foreign: readonly ControlEvidence[],
  usualMs: number | null,
  beside: readonly Attempt[],
): NetworkVerdict {
  const reached = foreign.filter(isReached).length;
  const unsteady = controls.filter((one) => isReached(one) && wasLost(one)).length;
  const answers = controls.flatMap((one) => one.attempts.filter((each) => each.ok));
  if (isSlow(median([...answers, ...beside].map(totalOf)), usualMs)) {
    return { state: 'degraded', confidence: 'medium', trouble: 'slow' };
  }
  // One operator's site out of order, or one lost packet, is not yet a bad network.
  const missing = foreign.length - reached;
  if (unsteady >= 2 || missing > reached) {
    return { state: 'degraded', confidence: 'medium', trouble: 'loss' };
  }
  return { state: 'normal', confidence: missing === 0 ? 'high' : 'medium', trouble: null };
}

function isSlow(medianMs: number, usualMs: number | null): boolean {
  if (medianMs > slowMs) return true;
  return usualMs !== null && medianMs > quickMs && medianMs > farAboveUsual * usualMs;
}

function withoutForeign(controls: readonly ControlEvidence[]): NetworkVerdict {
  const portals = controls.filter((one) => one.group === 'portal');
  const meddled = portals.filter((one) => !isReached(one) && hasAnswer(one));
  if (meddled.length > 0) {
    const confidence = meddled.length === portals.length ? 'high' : 'medium';
    return { state: 'captive_portal', confidence, trouble: null };
  }
  const secure = controls.filter((one) => one.group === 'foreign' || one.group === 'domestic');
  if (secure.length > 0 && secure.every(failsByCertificate)) {
    return { state: 'degraded', confidence: 'high', trouble: 'certificates' };
  }
  const reached = controls.filter(isReached);
  if (reached.some((one) => one.group === 'domestic')) {
    const plainForeign = reached.some((one) => one.group === 'portal');
    return plainForeign
      ? { state: 'degraded', confidence: 'low', trouble: 'loss' }
      : { state: 'allowlist', confidence: 'medium', trouble: null };
  }
  if (reached.length > 0) return { state: 'degraded', confidence: 'medium', trouble: 'resolver' };
  return { state: 'offline', confidence: 'medium', trouble: null };
}

export function isReached(control: ControlEvidence): boolean {
  return control.attempts.some((attempt) => attempt.ok && attempt.valid);
}

function isMeasured(control: ControlEvidence): boolean {
  return control.attempts.some((attempt) => attempt.valid);
}

const lost: Evidence[] = [
  'timeout',
  'connect-timeout',
  'handshake-timeout',
  'cut-off',
  'name-fails',
];

/** Silence, or a connection that broke: what lost packets do. A wrong answer is none of it. */
function wasLost(control: ControlEvidence): boolean {
  return control.attempts.some((attempt) => lost.includes(evidenceOf(attempt)));
}

function hasAnswer(control: ControlEvidence): boolean {
  return control.attempts.some((attempt) => attempt.valid && attempt.httpStatus !== null);
}

const certificateTroubles = ['foreign-certificate', 'expired-certificate', 'bad-certificate'];

function failsByCertificate(control: ControlEvidence): boolean {
  const valid = control.attempts.filter((attempt) => attempt.valid);
  return (
    valid.length > 0 && valid.every((attempt) => certificateTroubles.includes(evidenceOf(attempt)))
  );
}

function totalOf(attempt: Attempt): number {
  return attempt.totalMs ?? 0;
}
