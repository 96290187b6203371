import type { Mechanism } from './mechanism.ts';
import type { Rollup } from './rollup.ts';
import type { RoutingVerdict } from './route.ts';
import type { Scope, ServiceState } from './state.ts';

/** The spans of time that pages show. */
export type Span = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** One part of a span, which begins on a whole hour or at midnight, UTC. */
export interface Bar {
  /** Milliseconds since 1970; the second is not in it. */
  fromMs: number;
  toMs: number;
  /** One for each service and route; none where nothing was checked. */
  rollups: Rollup[];
}

/** What one round saw of a service. */
export interface ServiceCheck {
  roundId: string;
  /** The round's, in the order of recording. */
  number: number;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** After hysteresis. */
  state: ServiceState;
  /** Of that state. */
  scope: Scope;
  roundState: ServiceState;
  mechanisms: Mechanism[];
}

/** A state that one round saw by itself, and which way it went. */
export interface SeenState {
  service: string;
  state: ServiceState;
  scope: Scope;
  route: RoutingVerdict;
  /** Milliseconds since 1970. */
  atMs: number;
}
