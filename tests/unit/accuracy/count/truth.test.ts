import { describe, expect, it } from 'vitest';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { type Course, newCourse } from '../../../accuracy/count/course.ts';
import { truthOf } from '../../../accuracy/count/truth.ts';

function aCourse(states: ServiceState[], overrides: Partial<Course> = {}): Course {
  const course = newCourse({
    services: new Set(['signal']),
    states,
    mechanism: states.includes('ok') ? null : 'tls.reset.sni',
    period: { fromMs: 0, toMs: Number.POSITIVE_INFINITY },
  });
  return { ...course, phase: 'during', hinderedRounds: 3, ...overrides };
}

const block = aCourse(['blocked', 'likely_blocked']);
const half = aCourse(['impaired']);
const slow = aCourse(['ok', 'impaired']);
const errors = aCourse(['ok', 'impaired', 'down']);

describe('what is true of a service', () => {
  it.each<{ what: string; courses: Course[]; states: ServiceState[] }>([
    { what: 'nothing', courses: [], states: ['ok'] },
    { what: 'a block', courses: [block], states: ['blocked', 'likely_blocked'] },
    { what: 'a block and slowness', courses: [block, slow], states: ['blocked', 'likely_blocked'] },
    {
      what: 'a block and errors',
      courses: [block, errors],
      states: ['blocked', 'likely_blocked', 'down'],
    },
    { what: 'chance and slowness', courses: [half, slow], states: ['impaired'] },
    { what: 'chance and errors', courses: [half, errors], states: ['impaired', 'down'] },
    { what: 'a block to come', courses: [{ ...block, phase: 'before' }], states: ['ok'] },
    { what: 'a block gone by', courses: [{ ...block, phase: 'after' }], states: ['ok'] },
  ])('under $what', ({ courses, states }) => {
    expect(truthOf(courses).states).toEqual(states);
  });

  it.each<{ what: string; course: Course; settled: boolean; inDoubt: boolean }>([
    { what: 'before', course: { ...block, phase: 'before' }, settled: true, inDoubt: false },
    {
      what: 'in the second round',
      course: { ...block, hinderedRounds: 2 },
      settled: false,
      inDoubt: false,
    },
    { what: 'in the third round', course: block, settled: true, inDoubt: false },
    { what: 'as it turns', course: { ...block, phase: 'turning' }, settled: false, inDoubt: true },
    {
      what: 'four rounds after, still said',
      course: { ...block, phase: 'after', freedRounds: 4 },
      settled: false,
      inDoubt: true,
    },
    {
      what: 'five rounds after, no longer said',
      course: { ...block, phase: 'after', freedRounds: 5, recoveredAfter: 3 },
      settled: true,
      inDoubt: false,
    },
  ])('is settled or in doubt: $what', ({ course, settled, inDoubt }) => {
    expect(truthOf([course])).toMatchObject({ settled, inDoubt });
  });

  it('is interference only where there is a mechanism', () => {
    expect(truthOf([slow])).toMatchObject({ hindered: false, concerned: true });
    expect(truthOf([slow, block])).toMatchObject({ hindered: true, concerned: true });
  });
});
