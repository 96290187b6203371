import type { Trigger } from './round.ts';

/** A scheduled round probes every target again once the last full one is this old. */
export const fullEveryMs = 6 * 60 * 60 * 1000;

/** What a round is going to probe; written down before it starts, so that it can be resumed. */
export interface Plan {
  id: string;
  trigger: Trigger;
  /** ISO 8601 UTC. */
  startedAt: string;
  /** All controls are asked in a full round, only the pulse ones otherwise. */
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
  /** Whether transfers are tried as well. */
  transfers: boolean;
}
