import type { Round } from '../model/round.ts';
import type { Transition } from '../model/transition.ts';
import type { RoundSummary } from './rollup/summary.ts';

/** What is left of a round that had no room. Its number belongs to the database alone. */
export type KeptSummary = Omit<RoundSummary, 'number'>;

/** A change of state, apart from the place in the index that a database gives it. */
export type KeptTransition = Omit<Transition, 'number' | 'day'>;

/** What the history keeps of one round. */
export interface HistoryEntry {
  /** Null where it had no room. */
  round: Round | null;
  summary: KeptSummary;
  /** The changes of state that are known to have come with it. */
  transitions: readonly KeptTransition[];
}
