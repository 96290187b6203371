import { describe, expect, it } from 'vitest';
import type { Round, Trigger } from '../../../lib/model/round.ts';
import type { SignalId } from '../../../lib/model/route.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import type { Standing, WithheldName } from '../../../lib/model/standing.ts';
import {
  jitteredMinutes,
  minutesToConfirm,
  minutesToNewConnections,
  minutesToNextRound,
  routeHasChanged,
  staggeredMinutes,
  wasSleptThrough,
} from '../../../lib/round/schedule.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { at, dateAt } from '../../helpers/clock.ts';
import {
  aRound,
  aServiceResult,
  aSignal,
  aStanding,
  aTargetResult,
  someSoftware,
} from '../../helpers/rounds.ts';
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

  it.each([
    ['no services', [], null],
    ['no change', [aStanding()], null],
    ['a change', [aStanding(), aStanding({ candidate: 'blocked' })], 1],
    // A resolver's wrong answer may be cached for five minutes.
    ['a name first withheld 90 s ago', [aChange({ withheld: [aName(10)] })], 4.5 + 0.25],
    ['a name first withheld 400 s ago', [aChange({ withheld: [aName(-300)] })], 1],
    [
      'a name withheld before the clock was set back',
      [aChange({ withheld: [aName(9_000)] })],
      6.25,
    ],
    ['one of two names withheld lately', [aChange({ withheld: [aName(-300), aName(10)] })], 4.75],
    ['a name withheld beside another change', [aChange({ withheld: [aName(10)] }), aChange({})], 1],
    ['a withheld name without a change', [aStanding({ withheld: [aName(10)] })], null],
  ])('after %s plans the confirming round in due time', (_what, standings, minutes) => {
    const planned = minutesToConfirm(standings, dateAt(100), () => 0.5);

    if (minutes === null) expect(planned).toBeNull();
    else expect(planned).toBeCloseTo(minutes, 10);
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

  it.each<[string, Partial<Round>]>([
    ['old connections', { trigger: 'manual' }],
    ['old connections to one of two services', { services: [aServiceResult(), serviceOver(true)] }],
  ])('after %s plans a round for when Firefox has closed them', (_what, changes) => {
    const round = aFirefoxRound(changes);

    expect(minutesToNewConnections(round, [], () => 0)).toBeGreaterThan(170 / 60);
    expect(minutesToNewConnections(round, [], () => 1)).toBeCloseTo(3.5, 10);
  });

  it.each<[string, Partial<Round>]>([
    ['new connections', { services: [aServiceResult()] }],
    // Without resource timing no round would ever see a new one.
    ['connections of which nothing is known', { services: [serviceOver(null)] }],
    ['connections that Chromium keeps for longer', { software: someSoftware }],
    // Otherwise connections that are kept for longer would cause endless rounds.
    ['a confirming round', { trigger: 'confirm' }],
  ])('plans none after %s', (_what, changes) => {
    expect(minutesToNewConnections(aFirefoxRound(changes), [aStanding()], () => 0.5)).toBeNull();
  });

  it('plans one after a confirming round that changed a state', () => {
    const round = aFirefoxRound({ trigger: 'confirm' });
    const changed = aStanding({ since: round.startedAt });

    const minutes = minutesToNewConnections(round, [aStanding(), changed], () => 0.5);

    expect(minutes).toBeCloseTo(3.25, 10);
  });
});

function serviceOver(reusedConnection: boolean | null): ServiceResult {
  const targets = [aTargetResult({ attempts: [anAttempt({ reusedConnection })] })];
  return aServiceResult({ confidence: 'medium', reason: 'over-old-connection', targets });
}

function aFirefoxRound(changes: Partial<Round>): Round {
  const software = { ...someSoftware, browser: 'Firefox 153.0' };
  return aRound({ software, services: [serviceOver(true)], ...changes });
}

function aChange(changes: Partial<Standing>): Standing {
  return aStanding({ candidate: 'likely_blocked', ...changes });
}

function aName(seconds: number): WithheldName {
  return { name: 'chat.example', since: at(seconds) };
}
