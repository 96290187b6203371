import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../lib/model/round.ts';
import type { SignalId } from '../../../lib/model/route.ts';
import {
  jitteredMinutes,
  minutesToNextRound,
  needsConfirmation,
  routeHasChanged,
  staggeredMinutes,
  wasSleptThrough,
} from '../../../lib/round/schedule.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import { aRound, aSignal, aStanding } from '../../helpers/rounds.ts';
import { someSettings } from '../../helpers/settings.ts';

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

  it.each([
    [0, 30],
    [0.5, 75],
    [1, 120],
  ])('spreads what many computers notice at once, with the luck %d, to %d s', (luck, seconds) => {
    expect(staggeredMinutes(() => luck) * 60).toBeCloseTo(seconds, 10);
  });

  it.each([
    [{}, 15],
    [{ everyMinutes: 180 as const }, 180],
    [{ everyMinutes: null }, null],
    [{ agreed: false }, null],
    [{ pausedUntil: 'resumed' }, null],
    // A pause that ended counts no more.
    [{ pausedUntil: at(3600) }, 15],
    [{ pausedUntil: at(3600 + 1800) }, 30 + 1.25],
  ])('has the next round, with %j, in %d minutes', (chosen, minutes) => {
    const next = minutesToNextRound(someSettings(chosen), dateAt(3600), () => 0.5);

    expect(next).toEqual(minutes);
  });

  it.each([
    [60, false],
    [61, true],
  ])('takes an alarm that is %i s late for one that was slept through: %s', (seconds, slept) => {
    expect(wasSleptThrough(dateAt(0), dateAt(seconds))).toBe(slept);
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
