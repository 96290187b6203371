import { expect, it } from 'vitest';
import { answersLate } from '../../../../lib/diagnose/target/late.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';

it.each([
  ['where all its answers took long', [7_500, 14_000], true],
  ['not where one came in time', [9_000, 7_499], false],
  ['not where the computer slept meanwhile', [44_000], false],
  ['where one of two did, and the computer slept through the other', [44_000, 9_000], true],
  ['not where nothing got through', [], false],
])('a target answers late %s', (_case, answersMs, expected) => {
  const attempts = answersMs.map((totalMs) => anAttempt({ totalMs }));

  expect(answersLate([aFailure('timeout'), ...attempts])).toBe(expected);
});
