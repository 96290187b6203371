import type { Mechanism } from './mechanism.ts';
import type { ServiceState } from './state.ts';

/** What is remembered of a service from round to round. */
export interface Standing {
  service: string;
  state: ServiceState;
  /** ISO 8601 UTC of the round that set the state. */
  since: string;
  /** Mechanisms that the state was set by; they decide how long it takes to leave it. */
  mechanisms: Mechanism[];
  /** A state that recent rounds saw and that is not yet confirmed. */
  candidate: ServiceState | null;
  /** Ids of the consecutive rounds that saw the candidate. */
  candidateRounds: string[];
  /** Ids of the rounds that led to the state, so that the attempts behind a change can be found. */
  rounds: string[];
  /** Of its targets; left out until one of them was seen to work or to be out of order. */
  health?: TargetHealth[];
}

/** What is remembered of a target, to tell a rotten entry of the catalog from a fault that passes. */
export interface TargetHealth {
  target: string;
  /** It once got through, here. */
  reached: boolean;
  /** Rounds in which it was out of order by its own fault while a sibling worked. */
  rottenRounds: number;
}
