import type { ServiceResult } from '../../../lib/model/service.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { LivedRound, Person } from '../person.ts';
import type { Interference } from '../situations/situation.ts';
import { type Course, isBlocked, newCourse, noteFreed, noteTurning, truthOf } from './course.ts';
import { describeFalseAlarm, describeMiss } from './example.ts';
import { fitOf } from './mechanisms.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Rounds within which interference must be reported. */
export const detectionRounds = 2;

/** Observes one person's rounds and compares the verdicts with the truth. */
export interface Observer {
  note: (lived: LivedRound) => void;
  tally: () => Tally;
}

export function createObserver(person: Person): Observer {
  const tally = emptyTally(person.situation);
  tally.people = 1;
  const courses = new Map<string, Course>();

  return {
    note(lived) {
      tally.rounds += 1;
      const verdicts = lived.round.services.flatMap((service) => noteService(service, lived) ?? []);
      countMisses(verdicts);
      countFalseAlarms(lived);
    },
    tally: () => withCourses(tally, [...courses.values()]),
  };

  /** Returns the verdict on a service that has been under interference for long enough. */
  function noteService(service: ServiceResult, lived: LivedRound): ServiceState | null {
    const { interference } = lived;
    if (interference === null) tally.said[service.state] += 1;
    if (interference?.services.has(service.id) !== true) return null;
    const course = courses.get(service.id) ?? newCourse();
    courses.set(service.id, course);
    const truth = truthOf(interference.period, lived.round);
    if (truth === 'hindered') {
      noteLabels(service, interference);
      return noteHindered(service, lived, course);
    }
    if (truth === 'turning') noteTurning(service, course);
    if (truth === 'freed') noteFreed(service, course);
    return null;
  }

  function noteLabels(service: ServiceResult, { mechanism }: Interference): void {
    if (!isBlocked(service.roundState)) return;
    const fit = fitOf(service.mechanisms, mechanism);
    tally.labels.count += 1;
    tally.labels.precision += fit.precision;
    tally.labels.depth += fit.depth;
  }

  function noteHindered(
    service: ServiceResult,
    lived: LivedRound,
    course: Course,
  ): ServiceState | null {
    course.hinderedRounds += 1;
    if (isBlocked(service.state)) course.detectedAfter ??= course.hinderedRounds;
    if (course.hinderedRounds <= detectionRounds) return null;
    tally.said[service.state] += 1;
    if (!isBlocked(service.state)) keepExample(() => describeMiss(person, lived, service));
    return service.state;
  }

  function countMisses(verdicts: readonly ServiceState[]): void {
    if (verdicts.length === 0) return;
    tally.steady += 1;
    const misses = verdicts.filter((state) => !isBlocked(state));
    if (misses.some((state) => state !== 'insufficient')) tally.missed += 1;
    else if (misses.length > 0) tally.gaps += 1;
  }

  function countFalseAlarms(lived: LivedRound): void {
    const free = lived.round.services.filter((service) => isFree(service, lived));
    for (const [kind, state] of [
      ['blocked', 'blocked'],
      ['likely', 'likely_blocked'],
    ] as const) {
      const said = free.find((service) => service.state === state);
      if (free.some((service) => service.roundState === state)) tally[kind].seen += 1;
      if (said === undefined) continue;
      tally[kind].said += 1;
      if (person.situation.kind !== 'lookalike') {
        keepExample(() => describeFalseAlarm(person, lived, said));
      }
    }
  }

  function isFree(service: ServiceResult, lived: LivedRound): boolean {
    const { interference } = lived;
    if (interference?.services.has(service.id) !== true) return true;
    const truth = truthOf(interference.period, lived.round);
    const recovered = courses.get(service.id)?.recoveredAfter ?? null;
    return truth === 'free' || (truth === 'freed' && recovered !== null);
  }

  function keepExample(tell: () => string): void {
    if (tally.examples.length === 0) tally.examples.push(tell());
  }
}

/** A course that was never detected, or from which the verdict never recovered, counts as -1. */
function withCourses(tally: Tally, courses: readonly Course[]): Tally {
  for (const course of courses) {
    if (course.hinderedRounds >= detectionRounds) add(tally.detection, course.detectedAfter ?? -1);
    if (course.detectedAfter === null || course.freedRounds === 0) continue;
    if (course.recoveredAfter !== null) add(tally.recovery, course.recoveredAfter);
    else if (course.freedRounds > 4) add(tally.recovery, -1);
  }
  return tally;
}

function add(histogram: Record<number, number>, key: number): void {
  histogram[key] = (histogram[key] ?? 0) + 1;
}
