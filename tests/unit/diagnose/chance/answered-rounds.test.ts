import { describe, expect, it } from 'vitest';
import {
  answeredRounds,
  failsSteadily,
  getsThroughAtTimes,
} from '../../../../lib/diagnose/chance/answered-rounds.ts';
import { emptyWindow } from '../../../../lib/diagnose/chance/window.ts';
import { at } from '../../../helpers/clock.ts';

/** `.` got through at least once, `x` did not. */
function rounds(course: string): boolean[] {
  return course.split('').map((one) => one === '.');
}

function aWindow(...tries: [seconds: number, ok: boolean][]) {
  return {
    ...emptyWindow('chat/web'),
    tries: tries.map(([seconds, ok]) => ({ at: at(seconds), ok, mechanism: null })),
  };
}

describe('whether a round got through', () => {
  it('is told by the tries since its start alone', () => {
    const failed = aWindow([10, true], [910, false]);

    expect(answeredRounds([], [failed], at(900))).toEqual([false]);
    expect(answeredRounds([false], [aWindow([10, false], [911, true])], at(900))).toEqual([
      false,
      true,
    ]);
  });

  it('is not told by a target that always gets through, beside one that fails', () => {
    const fine = aWindow([10, true], [911, true]);

    expect(answeredRounds([], [aWindow([910, false]), fine], at(900))).toEqual([false]);
    expect(answeredRounds([false], [fine], at(900))).toEqual([false, true]);
  });

  it('is not known without a try', () => {
    expect(answeredRounds([true], [aWindow([10, false])], at(900))).toEqual([true]);
  });

  it('is remembered of the latest forty', () => {
    expect(answeredRounds(rounds('x'.repeat(40)), [aWindow([10, true])], at(0))).toEqual(
      rounds(`${'x'.repeat(39)}.`),
    );
  });
});

describe('steady failure', () => {
  it.each([
    ['after many that got through', '.'.repeat(20), 3],
    ['after every other', '.x'.repeat(10), 9],
    ['after one in five', '.xxxx'.repeat(4), 21],
  ])('is known %s', (_case, before, run) => {
    expect(failsSteadily(rounds(before + 'x'.repeat(run)))).toBe(true);
    expect(failsSteadily(rounds(before + 'x'.repeat(run - 1)))).toBe(false);
  });

  it('is known at the latest when no remembered round got through', () => {
    expect(failsSteadily(rounds('x'.repeat(40)))).toBe(true);
    expect(failsSteadily(rounds(`.${'x'.repeat(10)}`))).toBe(true);
  });
});

describe('connections that get through at times', () => {
  it.each([
    ['', false],
    ['xxxx.', false],
    ['xx.xx.', false],
    ['x..xx.', true],
    ['...xx', true],
    ['...xxxxxx', false],
  ])('%s: %s', (course, expected) => {
    expect(getsThroughAtTimes(rounds(course))).toBe(expected);
  });
});
