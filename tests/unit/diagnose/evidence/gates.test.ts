import { describe, expect, it } from 'vitest';
import { gatePassedBetween, invalidateUngated } from '../../../../lib/diagnose/evidence/gates.ts';
import type { Gate } from '../../../../lib/model/network.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { at } from '../../../helpers/clock.ts';
import { aGate } from '../../../helpers/evidence.ts';

const failing = { passed: false };

describe('a failed attempt', () => {
  it.each<[boolean, string, Gate[]]>([
    [true, 'the gates around it passed', [aGate(0), aGate(20)]],
    [false, 'the gate before it failed', [aGate(0, failing), aGate(20)]],
    [false, 'the last of the gates before it failed', [aGate(0), aGate(5, failing), aGate(20)]],
    [true, 'an earlier gate failed', [aGate(0, failing), aGate(5), aGate(20)]],
    [false, 'the gate after it failed', [aGate(0), aGate(20, failing)]],
    [false, 'no gate came after it', [aGate(0)]],
    [false, 'no gate came before it', [aGate(20)]],
    [false, 'there were no gates', []],
    [true, 'only a later gate failed', [aGate(0), aGate(20), aGate(40, failing)]],
    [
      false,
      'the controls recovered only after a failed gate',
      [aGate(0), aGate(20, failing), aGate(40)],
    ],
    [true, 'a gate fails during the attempt', [aGate(0), aGate(9.5, failing), aGate(20)]],
    [true, 'the gates touch it', [aGate(9), aGate(11)]],
    [false, 'the gate after it began before its end', [aGate(0), aGate(10.9)]],
  ])('counts %s where %s', (valid, _case, gates) => {
    const attempt = aFailure('reset', { startedAt: at(10), totalMs: 1000 });

    const [judged] = invalidateUngated([attempt], gates);

    expect(judged).toEqual({ ...attempt, valid });
  });
});

it('a failed attempt does not count where the computer slept meanwhile', () => {
  const judge = (totalMs: number) =>
    invalidateUngated(
      [aFailure('timeout', { startedAt: at(10), totalMs })],
      [aGate(0), aGate(900)],
    );

  expect(judge(39_999)).toMatchObject([{ valid: true }]);
  expect(judge(40_000)).toMatchObject([{ valid: false }]);
});

describe('an attempt that got through', () => {
  it('counts whatever the gates', () => {
    const attempt = anAttempt();

    const judged = invalidateUngated([attempt], [aGate(0, failing), aGate(20, failing)]);

    expect(judged).toEqual([attempt]);
  });

  it.each<[boolean, string, Gate[]]>([
    [true, 'the gates around it passed', [aGate(0), aGate(20)]],
    [true, 'no gate came after it', [aGate(0)]],
    [true, 'only the gate before it failed', [aGate(0, failing), aGate(20)]],
    [false, 'the gate after it failed, as behind a portal', [aGate(0), aGate(20, failing)]],
  ])('that anyone may give counts %s where %s', (valid, _case, gates) => {
    const attempt = anAttempt();
    const privately = anAttempt({ failure: 'ssl_unknown_authority' });

    expect(invalidateUngated([attempt], gates, true)).toEqual([{ ...attempt, valid }]);
    expect(invalidateUngated([privately], gates)).toEqual([{ ...privately, valid }]);
  });
});

describe('a gate between attempts', () => {
  it('begins after the first and ends before the last', () => {
    const attempts = repeated('reset', 2);

    expect(gatePassedBetween(attempts, [aGate(20)])).toBe(true);
    expect(gatePassedBetween(attempts, [aGate(10.5)])).toBe(false);
    expect(gatePassedBetween(attempts, [aGate(29.5)])).toBe(false);
    expect(gatePassedBetween(attempts, [aGate(0), aGate(40)])).toBe(false);
  });

  it('may touch both', () => {
    expect(gatePassedBetween(repeated('reset', 2), [aGate(11, { finishedAt: at(30) })])).toBe(true);
  });

  it('does not count where it failed', () => {
    expect(gatePassedBetween(repeated('reset', 2), [aGate(20, failing)])).toBe(false);
  });

  it('does not exist for a single attempt', () => {
    expect(gatePassedBetween(repeated('reset', 1), [aGate(0), aGate(20)])).toBe(false);
  });
});
