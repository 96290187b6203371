import type { Role } from './role.ts';
import type { RoutingVerdict } from './route.ts';
import type { ServiceState } from './state.ts';

/** Counts of times by bucket. Two sketches add up to that of all their times, without the times. */
export type LatencySketch = Record<number, number>;

/** `network`: `likely_blocked`, but as part of a network that is shut, which says nothing of the service itself. */
export type SummedState = ServiceState | 'network';

/** What rounds of a period add up to, for one service over one route. */
export interface Rollup {
  service: string;
  route: RoutingVerdict;
  /** Rounds by the state after hysteresis; those that measured nothing are `insufficient`. */
  states: Partial<Record<SummedState, number>>;
  /** Rounds by the set of mechanisms, joined by `|`; those without any are left out. */
  mechanisms: Record<string, number>;
  tries: number;
  failures: number;
  times: LatencySketch;
  roles: Partial<Record<Role, RoleRollup>>;
}

/** Times by role are in the summaries of rounds alone: a year's bars would have twice as much to read. */
export interface RoleRollup {
  /** Rounds by their own state of the role. */
  states: Partial<Record<SummedState, number>>;
  /** Rounds by the set of the role's mechanisms, as above; left out where there are none. */
  mechanisms?: Record<string, number>;
  tries: number;
  failures: number;
}
