import type { Attempt } from './attempt.ts';
import type { Mechanism } from './mechanism.ts';
import type { Role } from './role.ts';
import type { RoutingVerdict } from './route.ts';
import type { Confidence, Scope, ServiceState } from './state.ts';

export interface LastState {
  service: string;
  /** Never `insufficient`: a gap changes nothing. */
  state: ServiceState;
  /** ISO 8601 UTC of the round that set the state. */
  since: string;
  /** ISO 8601 UTC of the last round that had it. */
  seenAt: string;
}

/** A service's change from one state to another, with what it was concluded from. */
export interface Transition {
  service: string;
  from: ServiceState;
  to: ServiceState;
  /** ISO 8601 UTC: start of the round that confirmed it. */
  at: string;
  roundId: string;
  /** The round's, and its day record's. */
  number: number;
  day: number;
  mechanisms: Mechanism[];
  confidence: Confidence;
  /** Left out for `service`; records of earlier versions have none. */
  scope?: Extract<Scope, 'network'>;
  route: RoutingVerdict;
  /** Of all rounds that confirmed it, oldest first; kept when these rounds are gone. */
  witnesses: ProvingRound[];
}

/** The attempts of one round on the service. */
export interface ProvingRound {
  roundId: string;
  startedAt: string;
  targets: { id: string; role: Role; kind: string; attempts: Attempt[] }[];
}
