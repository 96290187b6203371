import { expect, it } from 'vitest';
import { dayOf } from '../../../lib/view/day-of.ts';
import { midnight, noon } from '../../../lib/view/days.ts';

it('has a beginning and a noon by the clock of this computer', () => {
  const begin = new Date(midnight('2026-03-01'));
  const middle = new Date(noon('2026-03-01') ?? '');

  expect([begin.getDate(), begin.getHours()]).toEqual([1, 0]);
  expect([middle.getDate(), middle.getHours()]).toEqual([1, 12]);
  expect(dayOf(begin)).toBe('2026-03-01');
  expect(dayOf(middle)).toBe('2026-03-01');
});

it('is in the year that was typed, also while that is not yet whole', () => {
  expect(new Date(midnight('0020-03-01')).getFullYear()).toBe(20);
  expect(dayOf(new Date(midnight('2026-12-31', 1)))).toBe('2027-01-01');
});

it.each(['', '2026-13-01', 'today'])('has no noon where %j is no day', (day) => {
  expect(noon(day)).toBeNull();
});
