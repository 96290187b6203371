import type { Round } from '../../../lib/model/round.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { Period } from '../situations/situation.ts';

/** The true situation of one service during a round. */
export type Truth = 'free' | 'turning' | 'hindered' | 'freed';

/** One service's course through interference and after it. */
export interface Course {
  hinderedRounds: number;
  detectedAfter: number | null;
  freedRounds: number;
  recoveredAfter: number | null;
}

export function newCourse(): Course {
  return { hinderedRounds: 0, detectedAfter: null, freedRounds: 0, recoveredAfter: null };
}

/** A round in which the interference begins or ends may observe either; its verdict counts. */
export function noteTurning(service: ServiceResult, course: Course): void {
  const begins = course.hinderedRounds === 0;
  if (begins && isBlocked(service.state)) course.detectedAfter ??= 0;
  if (!begins && service.roundState === 'ok') noteFreed(service, course);
}

export function noteFreed(service: ServiceResult, course: Course): void {
  course.freedRounds += 1;
  if (!isBlocked(service.state) && service.state !== 'insufficient') {
    course.recoveredAfter ??= course.freedRounds;
  }
}

/** What a round could observe of an interference period. */
export function truthOf(period: Period, round: Round): Truth {
  const startedMs = Date.parse(round.startedAt);
  const finishedMs = Date.parse(round.finishedAt);
  if (finishedMs < period.fromMs) return 'free';
  if (startedMs >= period.toMs) return 'freed';
  return startedMs >= period.fromMs && finishedMs < period.toMs ? 'hindered' : 'turning';
}

export function isBlocked(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked';
}
