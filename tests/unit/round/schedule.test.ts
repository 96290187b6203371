import { describe, expect, it } from 'vitest';
import { jitteredMinutes, needsConfirmation } from '../../../lib/round/schedule.ts';
import { aStanding } from '../../helpers/rounds.ts';

describe('the schedule', () => {
  it.each([
    [15, 0, 12],
    [15, 0.5, 15],
    [15, 1, 18],
    [1, 0, 0.8],
    [0.5, 0, 0.5],
  ])('puts %d minutes, with the luck %d, at %d', (minutes, luck, expected) => {
    expect(jitteredMinutes(minutes, () => luck)).toBeCloseTo(expected, 10);
  });

  it('looks again soon only where a change is not yet confirmed', () => {
    expect(needsConfirmation([])).toBe(false);
    expect(needsConfirmation([aStanding()])).toBe(false);
    expect(needsConfirmation([aStanding(), aStanding({ candidate: 'blocked' })])).toBe(true);
  });
});
