import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../lib/model/round.ts';
import type { SignalId } from '../../../lib/model/route.ts';
import {
  jitteredMinutes,
  needsConfirmation,
  routeHasChanged,
} from '../../../lib/round/schedule.ts';
import { aRound, aSignal, aStanding } from '../../helpers/rounds.ts';

describe('the schedule', () => {
  it.each([
    [15, 0, 12],
    [15, 0.5, 15],
    [15, 1, 18],
    [1, 0, 0.8],
    [0.5, 0, 0.5],
  ])('turns %d minutes with the random number %d into %d', (minutes, luck, expected) => {
    expect(jitteredMinutes(minutes, () => luck)).toBeCloseTo(expected, 10);
  });

  it('plans a confirming round only for an unconfirmed change', () => {
    expect(needsConfirmation([])).toBe(false);
    expect(needsConfirmation([aStanding()])).toBe(false);
    expect(needsConfirmation([aStanding(), aStanding({ candidate: 'blocked' })])).toBe(true);
  });

  it.each<[Trigger, SignalId, boolean]>([
    ['manual', 'exit-changed', true],
    ['network-change', 'exit-changed-services', true],
    ['schedule', 'exit-abroad', false],
    // Otherwise an exit that changes in every round would cause endless confirming rounds.
    ['confirm', 'exit-changed', false],
  ])(
    'after a %s round with the signal %s plans a confirming round: %s',
    (trigger, id, expected) => {
      const routing = { ...aRound().routing, signals: [aSignal({ id })] };

      expect(routeHasChanged(aRound({ trigger, routing }))).toBe(expected);
    },
  );
});
