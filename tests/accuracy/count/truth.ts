import type { ServiceState } from '../../../lib/model/state.ts';
import type { Course } from './course.ts';

/** What is true of a service in one round. */
export interface Truth {
  /** The states that may truly be said of it. */
  states: readonly ServiceState[];
  /** Interference is in effect. */
  hindered: boolean;
  /** Some condition is in effect. */
  concerned: boolean;
  /** A verdict may still be that on the time before a condition began or ended. */
  inDoubt: boolean;
  /** All is as it was for long enough that the verdict must say it. */
  settled: boolean;
}

/** Rounds within which a condition must be reported, and its end. */
export const detectionRounds = 2;
export const recoveryRounds = 4;

/** Worse states are true if they are so under any condition; these only if all conditions allow them. */
const mild: readonly ServiceState[] = ['ok', 'impaired'];
const all: readonly ServiceState[] = ['ok', 'impaired', 'blocked', 'likely_blocked', 'down'];

/** @param courses the service's, after the round was noted */
export function truthOf(courses: readonly Course[]): Truth {
  const active = courses.filter(({ phase }) => phase === 'during');
  return {
    states: statesUnder(active),
    hindered: active.some(({ condition }) => condition.mechanism !== null),
    concerned: active.length > 0,
    inDoubt: courses.some(isInDoubt),
    settled: courses.every(isSettled),
  };
}

function statesUnder(active: readonly Course[]): readonly ServiceState[] {
  if (active.length === 0) return ['ok'];
  const allows = (state: ServiceState) => (one: Course) => one.condition.states.includes(state);
  return all.filter((state) =>
    mild.includes(state) ? active.every(allows(state)) : active.some(allows(state)),
  );
}

function isInDoubt({ phase, recoveredAfter }: Course): boolean {
  return phase === 'turning' || (phase === 'after' && recoveredAfter === null);
}

function isSettled({ phase, hinderedRounds, freedRounds }: Course): boolean {
  if (phase === 'during') return hinderedRounds > detectionRounds;
  return phase === 'before' || (phase === 'after' && freedRounds > recoveryRounds);
}
