import type { Trigger } from './round.ts';

/** A scheduled round probes every target again once the last full one is this old. */
export const fullEveryMs = 6 * 60 * 60 * 1000;

/** What a round will probe; written to the journal before it starts, so that it can be resumed. */
export interface Plan {
  id: string;
  trigger: Trigger;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** A full round probes all controls, a pulse only its own. */
  full: boolean;
  /** Median of the controls' times in earlier rounds, in milliseconds; null where there were too few. */
  usualMs: number | null;
  /** In the order in which they are probed. */
  services: PlannedService[];
}

export interface PlannedService {
  id: string;
  /** Only the sentinel, unless it fails; or every target. */
  depth: 'sentinel' | 'all';
  /** Ids of further targets whose turn it is, beside a sentinel. */
  inTurn?: string[];
  /** Whether to probe transfers as well. */
  transfers: boolean;
}
