import type { Round } from './round.ts';

/** The last round, where it could not be recorded, as on a full disk. */
export interface LostRound {
  /** Null where it did not come to a result. */
  round: Round | null;
}
