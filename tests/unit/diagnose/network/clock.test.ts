import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import { isClockWrong, withClock } from '../../../../lib/diagnose/network/clock.ts';
import type { NetworkTrouble } from '../../../../lib/model/network.ts';
import type { NetworkState } from '../../../../lib/model/state.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';

function told(operator: string, days: number | null, ok = true): ControlEvidence {
  const attempt = ok ? anAttempt() : aFailure('reset', { httpStatus: 200 });
  const attempts = [{ ...attempt, clockAheadDays: days }];
  return { id: `${operator}-${days}`, group: 'foreign', operator, attempts };
}

describe('the clock is wrong', () => {
  it.each<[string, ControlEvidence[], boolean]>([
    ['if two operators say it is ahead', [told('A', 21), told('B', 20)], true],
    ['if two operators say it is behind', [told('A', -2), told('B', -1)], true],
    ['if most say so', [told('A', 9), told('B', 9), told('C', 0)], true],
    [
      'not if as many say otherwise',
      [told('A', 9), told('B', 9), told('C', 0), told('D', 0)],
      false,
    ],
    ['not by one operator', [told('A', 9), told('A', 8)], false],
    ['not if they contradict', [told('A', 9), told('B', -9)], false],
    ['not by an answer that is not genuine', [told('A', 9), told('B', 9, false)], false],
    ['not where no server tells the time', [told('A', null), told('B', null)], false],
    ['not without controls', [], false],
  ])('%s', (_case, controls, expected) => {
    expect(isClockWrong(controls)).toBe(expected);
  });
});

describe('a wrong clock', () => {
  const controls = [told('A', 9), told('B', 9)];

  it.each<[NetworkState, NetworkTrouble | null]>([
    ['normal', null],
    ['degraded', 'certificates'],
  ])('is the trouble of a network that is %s (%s)', (state, trouble) => {
    expect(withClock({ state, confidence: 'medium', trouble }, controls)).toEqual({
      state: 'degraded',
      confidence: 'high',
      trouble: 'clock',
    });
  });

  it.each<[NetworkState, NetworkTrouble | null]>([
    ['degraded', 'loss'],
    ['degraded', 'broke-down'],
    ['captive_portal', null],
    ['offline', null],
  ])('comes second on a network that is %s (%s)', (state, trouble) => {
    const network = { state, confidence: 'medium', trouble } as const;

    expect(withClock(network, controls)).toEqual(network);
  });
});
