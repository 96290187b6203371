import { expect, it } from 'vitest';
import { chosenPeriod } from '../../../lib/view/chosen-period.ts';

it('is the whole of both days, by the clock of this computer', () => {
  expect(chosenPeriod({ firstDay: '2026-11-03', lastDay: '2026-11-05' })).toEqual({
    from: new Date(2026, 10, 3).toISOString(),
    to: new Date(2026, 10, 6).toISOString(),
  });
});

it.each([
  ['', '2026-11-05'],
  ['2026-11-03', ''],
  ['2026-11-05', '2026-11-03'],
])('is none of %j and %j', (firstDay, lastDay) => {
  expect(chosenPeriod({ firstDay, lastDay })).toBeNull();
});
