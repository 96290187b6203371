import type { ServiceResult } from '../../../lib/model/service.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import type { LivedRound, Person } from '../person.ts';
import { createChangeCounter } from './changes.ts';
import { type Course, newCourse, noteCourse } from './course.ts';
import { describeFalseAlarm, describeMiss } from './example.ts';
import { fitOf } from './mechanisms.ts';
import { emptyTally, type Saying, type Tally } from './tally.ts';
import { detectionRounds, recoveryRounds, type Truth, truthOf } from './truth.ts';

/** Rounds after which even a condition by chance must be reported. */
const chanceRounds = 4;

/** Observes one person's rounds and compares the verdicts with the truth. */
export interface Observer {
  note: (lived: LivedRound) => void;
  tally: () => Tally;
}

export function createObserver(person: Person): Observer {
  const tally = emptyTally(person.situation);
  tally.people = 1;
  const courses = new Map<string, Course[]>();
  const changes = createChangeCounter(tally.changes);

  return {
    note(lived) {
      tally.rounds += 1;
      const { state } = lived.round.network;
      tally.networks[state] = (tally.networks[state] ?? 0) + 1;
      const noted = lived.round.services.map((service) => noteService(service, lived));
      countMisses(noted.flatMap(({ judgement }) => judgement ?? []));
      countFalseAlarms(lived, noted);
    },
    tally: () => withCourses(tally, [...courses.values()].flat()),
  };

  function noteService(service: ServiceResult, lived: LivedRound): NotedService {
    const own = coursesOf(service, lived);
    for (const course of own) noteCourse(course, service, lived.round);
    const truth = truthOf(own);
    changes.note(service.id, service.state, truth);
    noteSaying(service, truth);
    for (const course of own.filter(({ phase }) => phase === 'during')) {
      noteLabels(service, course);
      noteUnder(service, course);
    }
    const isDue = own.some(isDetectionDue);
    if (isDue || person.situation.kind !== 'interference') tally.said[service.state] += 1;
    const judgement = isDue ? judge(service, truth) : null;
    if (judgement === 'missed' || judgement === 'gap') {
      keepExample(() => describeMiss(person, lived, service, truth.states));
    }
    return { service, truth, judgement };
  }

  function coursesOf(service: ServiceResult, { conditions }: LivedRound): Course[] {
    const known = courses.get(service.id);
    if (known !== undefined) return known;
    const concerning = conditions.filter(({ services }) => services.has(service.id));
    const own = concerning.map(newCourse);
    courses.set(service.id, own);
    return own;
  }

  function noteSaying({ state, confidence }: ServiceResult, { states, settled }: Truth): void {
    if (state === 'insufficient') return;
    const saying: Saying = `${state} ${confidence} ${states.includes(state)}`;
    const counts = settled ? tally.settled : tally.turning;
    counts[saying] = (counts[saying] ?? 0) + 1;
  }

  function noteLabels(service: ServiceResult, { condition }: Course): void {
    const { mechanism, isFalseLabel = () => false } = condition;
    const failing = isBlocked(service.roundState) || service.roundState === 'impaired';
    if (!failing) return;
    tally.labels.count += 1;
    if (service.mechanisms.some(isFalseLabel)) tally.labels.false += 1;
    if (service.confidence === 'low') tally.labels.low += 1;
    if (mechanism === null) return;
    const fit = fitOf(service.mechanisms, mechanism);
    tally.labels.precision += fit.precision;
    tally.labels.depth += fit.depth;
  }

  function noteUnder({ state }: ServiceResult, { condition, hinderedRounds }: Course): void {
    tally.truth ||= condition.states.join(', ');
    if (hinderedRounds > detectionRounds) tally.afterSecond[state] += 1;
    if (hinderedRounds > chanceRounds) tally.afterFourth[state] += 1;
  }

  function countMisses(judgements: readonly Judgement[]): void {
    if (judgements.length === 0) return;
    tally.steady += 1;
    if (judgements.includes('missed')) tally.missed += 1;
    else if (judgements.includes('gap')) tally.gaps += 1;
  }

  function countFalseAlarms(lived: LivedRound, noted: readonly NotedService[]): void {
    const free = noted.filter(({ truth }) => !truth.hindered && !truth.inDoubt);
    for (const [kind, state] of [
      ['blocked', 'blocked'],
      ['likely', 'likely_blocked'],
    ] as const) {
      const wronged = free.filter(({ truth }) => !truth.states.includes(state));
      const said = wronged.find(({ service }) => service.state === state);
      if (wronged.some(({ service }) => service.roundState === state)) tally[kind].seen += 1;
      if (said === undefined) continue;
      tally[kind].said += 1;
      if (person.situation.kind !== 'lookalike') {
        keepExample(() => describeFalseAlarm(person, lived, said.service));
      }
    }
  }

  function keepExample(tell: () => string): void {
    if (tally.examples.length === 0) tally.examples.push(tell());
  }
}

interface NotedService {
  service: ServiceResult;
  truth: Truth;
  /** Null if no interference has had to be reported by now. */
  judgement: Judgement | null;
}

type Judgement = 'right' | 'missed' | 'gap';

function judge({ state }: ServiceResult, { states }: Truth): Judgement {
  if (states.includes(state)) return 'right';
  return state === 'insufficient' ? 'gap' : 'missed';
}

function isDetectionDue({ phase, condition, hinderedRounds }: Course): boolean {
  return phase === 'during' && condition.mechanism !== null && hinderedRounds > detectionRounds;
}

function isBlocked(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked';
}

/** A course that was never detected, or from which the verdict never recovered, counts as -1. */
function withCourses(tally: Tally, courses: readonly Course[]): Tally {
  for (const course of courses.filter(({ condition }) => condition.mechanism !== null)) {
    if (course.hinderedRounds >= detectionRounds) {
      add(tally.detection, course.detectedAfter ?? -1);
      if (tally.family === 'block in part') {
        tally.minutes.push(course.detectedMinutes ?? Number.POSITIVE_INFINITY);
      }
    }
    if (course.detectedAfter === null || course.freedRounds === 0) continue;
    if (course.recoveredAfter !== null) add(tally.recovery, course.recoveredAfter);
    else if (course.freedRounds > recoveryRounds) add(tally.recovery, -1);
  }
  return tally;
}

function add(histogram: Record<number, number>, key: number): void {
  histogram[key] = (histogram[key] ?? 0) + 1;
}
