import type { ServiceState } from './state.ts';

/** What a person is told of a service: `blocked` and `likely_blocked` are one to them. */
export type AlertKind = 'closed' | 'down' | 'impaired' | 'ok';

/** A confirmed state that the person was not told yet. */
export interface News {
  service: string;
  name: string;
  kind: AlertKind;
  /** ISO 8601 UTC: when the service was first seen in another state than the person knows. */
  since: string;
}

/** A notification that was shown. */
export interface ShownAlert {
  /** ISO 8601 UTC. */
  at: string;
  /** The only service that it tells of; null of several. */
  service: string | null;
}

/** What the person knows of the services, and what not yet. */
export interface AlertMemory {
  /** What the person was told last of each service, or what it was when that was first known. */
  known: Record<string, AlertKind>;
  news: News[];
  /** Further changes await confirmation, as of the latest round. */
  isSettling: boolean;
  /** How many were ever shown: the number of the next. */
  count: number;
  /** The latest ones, the last shown last. */
  shown: ShownAlert[];
}

/** What one notification tells. */
export interface Alert {
  number: number;
  news: News[];
  /** Some of it was seen in quiet hours. */
  isDigest: boolean;
}

/** A service after a round, as far as alerts need it. */
export interface ConfirmedState {
  service: string;
  name: string;
  /** After hysteresis, without a candidate that is only shown. */
  state: ServiceState;
}
