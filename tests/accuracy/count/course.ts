import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { Condition, Period } from '../situations/situation.ts';

/** What a round could observe of a condition. */
export type Phase = 'before' | 'turning' | 'during' | 'after';

/** One service's course through a condition and after it. */
export interface Course {
  condition: Condition;
  phase: Phase;
  hinderedRounds: number;
  detectedAfter: number | null;
  /** Minutes from its beginning to the end of the round that reported it. */
  detectedMinutes: number | null;
  freedRounds: number;
  recoveredAfter: number | null;
}

const minuteMs = 60_000;

export function newCourse(condition: Condition): Course {
  return {
    condition,
    phase: 'before',
    hinderedRounds: 0,
    detectedAfter: null,
    detectedMinutes: null,
    freedRounds: 0,
    recoveredAfter: null,
  };
}

/** Follows the course through one more round. */
export function noteCourse(course: Course, service: ServiceResult, round: Round): void {
  course.phase = phaseOf(course.condition.period, round);
  if (course.phase === 'during') {
    course.hinderedRounds += 1;
    if (says(service, course)) noteDetected(course, course.hinderedRounds, round);
  }
  if (course.phase === 'turning') noteTurning(service, course, round);
  if (course.phase === 'after') noteFreed(service, course);
}

/** A round in which the condition begins or ends may observe either; its verdict counts. */
function noteTurning(service: ServiceResult, course: Course, round: Round): void {
  const begins = course.hinderedRounds === 0;
  if (begins && says(service, course)) noteDetected(course, 0, round);
  if (!begins && isFree(service.roundState, course)) noteFreed(service, course);
}

function noteDetected(course: Course, after: number, round: Round): void {
  if (course.detectedAfter !== null) return;
  course.detectedAfter = after;
  course.detectedMinutes =
    (Date.parse(round.finishedAt) - course.condition.period.fromMs) / minuteMs;
}

function noteFreed(service: ServiceResult, course: Course): void {
  course.freedRounds += 1;
  if (isFree(service.state, course)) course.recoveredAfter ??= course.freedRounds;
}

function isFree(state: ServiceState, { condition }: Course): boolean {
  return !condition.states.includes(state) && !unfree.includes(state);
}

/** States that do not say that it is over, whatever the condition was. */
const unfree: readonly ServiceState[] = ['blocked', 'likely_blocked', 'insufficient'];

function says({ state }: ServiceResult, { condition }: Course): boolean {
  return condition.states.includes(state);
}

function phaseOf(period: Period, round: Round): Phase {
  const startedMs = Date.parse(round.startedAt);
  const finishedMs = Date.parse(round.finishedAt);
  if (finishedMs < period.fromMs) return 'before';
  if (startedMs >= period.toMs) return 'after';
  return startedMs >= period.fromMs && finishedMs < period.toMs ? 'during' : 'turning';
}
