import type { Round } from './round.ts';

/** Some rounds of the history that follow each other, for a program that saves them all. */
export interface HistoryStretch {
  rounds: Round[];
  /** How many were read, of which some may not be wanted. */
  read: number;
  /** How many the whole history has. */
  total: number;
  /** What the next stretch begins after; null after the last one. */
  last: number | null;
}

/** Which rounds a stretch has; null selects all. */
export interface StretchRequest {
  /** `last` of the stretch before; null to begin. */
  after: number | null;
  /** ISO 8601 UTC of the earliest start. */
  from: string | null;
  /** ISO 8601 UTC; a round that starts then is left out. */
  to: string | null;
  services: string[] | null;
}
