import type { Mechanism } from '../model/mechanism.ts';
import type { Reason } from '../model/reason.ts';
import { type Confidence, type Locus, type ServiceState, severity } from '../model/state.ts';

/** A conclusion about a target, a role or a service, drawn from one round. */
export interface Verdict {
  state: ServiceState;
  confidence: Confidence;
  locus: Locus;
  mechanisms: Mechanism[];
  reason: Reason;
  /** Whether one round is enough where it blocks: by an artefact, a pair or a freeze at one offset, not by a resolver's silence. */
  artefact: boolean;
}

export function isFailureState(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked' || state === 'down';
}

export function reached(confidence: Confidence): Verdict {
  return {
    state: 'ok',
    confidence,
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    artefact: false,
  };
}

/** What is open already lives; whether anything new would open was not seen. */
export const reachedOverOld: Verdict = {
  ...reached('medium'),
  reason: 'over-old-connection',
};

/** The server answers under its state's authority, which browsers do not know: a person sees a warning. */
export const reachedByNational: Verdict = {
  ...reached('medium'),
  reason: 'national-certificate',
};

/** The verdict on something that works, from the verdicts of those of its parts that it needs. */
export function reachedBy(works: readonly Verdict[]): Verdict {
  if (works.some(isOverOld)) return reachedOverOld;
  if (works.some(({ reason }) => reason === reachedByNational.reason)) return reachedByNational;
  return reached(works.every((one) => one.confidence === 'high') ? 'high' : 'medium');
}

export function isOverOld({ reason }: Verdict): boolean {
  return reason === reachedOverOld.reason;
}

export function insufficient(reason: Reason): Verdict {
  return {
    state: 'insufficient',
    confidence: 'low',
    locus: 'unknown',
    mechanisms: [],
    reason,
    artefact: false,
  };
}

/** The gravest of some verdicts. */
export function worst(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.toSorted((left, right) => severity[right.state] - severity[left.state])[0];
}

/** The mechanisms of some verdicts, without those that another one specifies further. */
export function mechanismsOf(verdicts: readonly Verdict[]): Mechanism[] {
  return mostSpecific(verdicts.flatMap((verdict) => verdict.mechanisms));
}

/** Each label once, in order, without those of which there is a deeper one. */
export function mostSpecific(labels: readonly Mechanism[]): Mechanism[] {
  const all = [...new Set(labels)];
  return all.filter((one) => !all.some((other) => isMoreSpecific(other, one))).toSorted();
}

/** `timeout` and `reset` leave the layer open. */
function isMoreSpecific(other: Mechanism, than: Mechanism): boolean {
  if (other === than) return false;
  const action = other.split('.')[1];
  return other.startsWith(`${than}.`) || (action === than && !other.startsWith('dns.'));
}
