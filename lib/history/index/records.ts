import type { Rollup } from '../../model/rollup.ts';
import type { LastState, Transition } from '../../model/transition.ts';
import type { RoundSummary } from '../rollup/summary.ts';

/** Raised where its records hold something else; an index of another version is brought up to date (`upgrade.ts`). */
export const indexVersion = 6;

/**
 * Where the index ends. It is made of the rounds in the order of recording, one after the other, and can be made
 * again from them, except for those that had no room.
 */
export interface HistoryIndex {
  version: number;
  /** While it is brought up to date: the version that its days are of up to the one of a number. */
  upgraded?: { version: number; day: number };
  /** Number of the last round that is in it; 0 before the first. */
  through: number;
  /** That round's id. */
  roundId: string;
  /** Numbers of the latest records of days, months and transitions; 0 before the first. */
  day: number;
  month: number;
  transitions: number;
  /** Number of the last day whose rounds that tell nothing are gone for want of room, and of the last that has none. */
  thinned: number;
  emptied: number;
  /** The last known state of each service. */
  states: LastState[];
  /** The same before the last round, which may be recorded again. */
  statesBefore: LastState[];
}

/** What a record stands for that is missing, or does not open. */
export const emptyIndex: HistoryIndex = {
  version: indexVersion,
  through: 0,
  roundId: '',
  day: 0,
  month: 0,
  transitions: 0,
  thinned: 0,
  emptied: 0,
  states: [],
  statesBefore: [],
};

/** Consecutive rounds of one UTC day, kept packed (`day-record.ts`). Where the clock went back, a day has several. */
export interface DayRecord {
  day: string;
  rounds: RoundSummary[];
}

/** Up to 31 finished days, in the order of recording. */
export interface MonthRecord {
  days: FinishedDay[];
}

export interface FinishedDay {
  /** The day record's. */
  number: number;
  day: string;
  rollups: Rollup[];
}

/** Some transitions, in the order of recording. */
export interface TransitionsRecord {
  transitions: Transition[];
}
