import type { Mechanism } from './mechanism.ts';
import type { ServiceState } from './state.ts';

/** A service's state over rounds, after hysteresis. */
export interface Standing {
  service: string;
  state: ServiceState;
  /** ISO 8601 UTC of the round that set the state. */
  since: string;
  /** Mechanisms of the latest round that saw the state; they decide how many rounds it takes to leave it. */
  mechanisms: Mechanism[];
  /** A state that recent rounds saw and that is not yet confirmed; null without one. */
  candidate: ServiceState | null;
  /** Ids of the consecutive rounds that saw the candidate. */
  candidateRounds: string[];
  /** The round of the candidate saw an artefact of the block that it would end. */
  candidateHasArtefact?: boolean;
  /** The candidate is `ok` and is shown while it awaits confirmation: a person asked, or the route changed. */
  opensAtOnce?: boolean;
  /** Ids of the rounds that confirmed the state, to find the attempts behind a change. */
  rounds: string[];
  /** The health of its targets; left out until one of them worked or was rotten. */
  health?: TargetHealth[];
  /** Most connections fail, over all its targets, and some get through. */
  mostlyFails?: boolean;
  /** Whether any connection got through, by round, the latest last; left out while all do, and no try failed. */
  answered?: boolean[];
  /** Names that only the system's resolver withholds; left out without any. */
  withheld?: WithheldName[];
  /** Hosts that last answered at addresses that something near invents for them; left out without any. */
  invented?: string[];
  /** The latest tries of each target; left out before the first. */
  windows?: TargetWindow[];
  /** Those of targets without a vote, which count for the service alone; left out before the first. */
  aside?: TargetWindow[];
}

export interface WithheldName {
  name: string;
  /** ISO 8601 UTC of the first round that saw it. */
  since: string;
}

/** A target's latest tries, and what they add up to. */
export interface TargetWindow {
  target: string;
  /** Oldest first, without those that say nothing of the network. */
  tries: Try[];
  /** Log-likelihood ratio of "most connections fail" against "as many as elsewhere fail". */
  sum: number;
  /** ISO 8601 UTC of the latest round that tried it; null before the first. */
  at: string | null;
  /** Most connections fail, and some get through. */
  mostlyFails: boolean;
}

/** One attempt on a target, as its window keeps it. */
export interface Try {
  /** ISO 8601 UTC. */
  at: string;
  ok: boolean;
  /** The label of the failure alone; null without one. */
  mechanism: Mechanism | null;
}

/** A target's record, to tell a rotten entry of the catalog from a temporary outage. */
export interface TargetHealth {
  target: string;
  /** It has got through here at least once. */
  reached: boolean;
  /** Rounds in which it was down while a sibling worked. */
  rottenRounds: number;
}
