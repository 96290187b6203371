import { describe, expect, it } from 'vitest';
import {
  emptyWindow,
  failsByChance,
  updateWindow,
} from '../../../../lib/diagnose/chance/window.ts';
import type { TargetWindow } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';

const hourMs = 60 * 60 * 1000;
const start = Date.parse('2026-11-26T00:00:00.000Z');

/** A round a quarter of an hour after the one before: `x` is a reset, `.` gets through. */
function play(rounds: string, background = 0, before = emptyWindow('chat/web')): TargetWindow {
  return rounds.split(' ').reduce((window, round, index) => {
    const attempts = round.split('').map((one) => (one === 'x' ? aFailure('reset') : anAttempt()));
    const at = new Date(start + (index * hourMs) / 4).toISOString();
    return updateWindow(window, attempts, { background, at });
  }, before);
}

/** Tries at such minutes: `x1.5` does not find the name, `.2` gets through. */
function playName(tries: string): TargetWindow {
  const attempts = tries.split(' ').map((one) => {
    const startedAt = new Date(start + Number(one.slice(1)) * 60_000).toISOString();
    return one.startsWith('x') ? aFailure('name', { startedAt }) : anAttempt({ startedAt });
  });
  const at = new Date(start).toISOString();
  return updateWindow(emptyWindow('chat/web'), attempts, { background: 0, at });
}

describe('a target whose name is not found', () => {
  it('fails once, however often what the resolver keeps is asked for', () => {
    const once = playName('.0 x1');

    expect(playName('.0 x1 x1.1 x1.2 x2 x2.1 x6.9').sum).toBe(once.sum);
    expect(playName('.0 x1 x1.1 x7.1').sum).toBeGreaterThan(once.sum);
    expect(playName('.0 x1 x1.1 x1.2').tries).toHaveLength(4);
  });

  it('fails anew after the clock was set back', () => {
    expect(playName('.0 x180 x1 x8').sum).toBeGreaterThan(playName('.0 x180 x1').sum);
  });

  it('fails anew after it was found', () => {
    expect(playName('.0 x1 .2 x3').sum).toBeGreaterThan(playName('.0 x1 x1.1 .2').sum + 1.5);
  });

  it('mostly fails by its wrong answers and not by its tries', () => {
    expect(playName('x1 x1.1 x1.2 x2 .3 x4 x4.1 x5').mostlyFails).toBe(false);
    expect(playName('x1 x8 x15 .16 x17 x24').mostlyFails).toBe(true);
  });
});

describe('a target of which most connections fail', () => {
  it.each(['xx. xx. xx.', 'xx. xx. . xx.', 'xxx xx. xx.', '. x. xx. xx. x.', 'xx. xxx x.'])(
    'is told by its rounds: %s',
    (rounds) => {
      expect(play(rounds).mostlyFails).toBe(true);
    },
  );

  it('stays so in a round that gets through, and in one that does not', () => {
    const window = play('xx. xx. xx.');

    expect(play('.', 0, window).mostlyFails).toBe(true);
    expect(play('xxx', 0, window).mostlyFails).toBe(true);
  });

  it('is not hidden by a long good time before', () => {
    expect(play(`${'. '.repeat(30)}xxx xx. xxx xx.`).mostlyFails).toBe(true);
  });

  it('is not one that got through once in a long row of failures', () => {
    const failed = play(Array(8).fill('xxx').join(' '));

    expect(play('xx. xxx', 0, failed).mostlyFails).toBe(false);
    expect(play('xx. xx. xxx', 0, failed).mostlyFails).toBe(true);
  });

  it('is fine again after many successes', () => {
    const window = play('xx. xx. xx.');

    expect(play(Array(20).fill('.').join(' '), 0, window).mostlyFails).toBe(false);
  });

  it('is fine again after a run of successes that its share does not explain', () => {
    const window = play('xxx xx. xxx xx. x');

    expect(window.mostlyFails).toBe(true);
    expect(play('..', 0, window).mostlyFails).toBe(true);
    expect(play('.. ....', 0, window).mostlyFails).toBe(false);
    // One failure afterwards is one failure.
    expect(play('.. .... x .', 0, window).mostlyFails).toBe(false);
  });

  it('fails steadily after a run that chance does not explain', () => {
    const window = play('xx. xx. xx.');

    expect(play(Array(6).fill('xxx').join(' '), 0, window).mostlyFails).toBe(false);
  });
});

describe('a server of which some edges are out of order', () => {
  it('is told by its tries', () => {
    const round = [aFailure('serverError'), aFailure('serverError'), anAttempt()];
    const at = new Date(start).toISOString();
    const window = [1, 2, 3].reduce(
      (before) => updateWindow(before, round, { background: 0, at }),
      emptyWindow('chat/web'),
    );

    expect(window.mostlyFails).toBe(true);
    expect(window.tries.map((one) => one.mechanism)).toEqual(
      [1, 2, 3].flatMap(() => ['http.error', 'http.error', null]),
    );
  });
});

describe('nothing of the kind is said', () => {
  it.each([
    ['one failure now and then', 'x. . . . . . . x. . . . . . . x. .'],
    ['two failures in a row', '. . . xx. . . .'],
    ['a block that begins', '. . . . . . . . xxx xxx xxx xxx'],
    ['a block that ends', 'xxx xxx xxx xxx . . . . .'],
    ['a steady block', 'xxx xxx xxx xxx'],
  ])('for %s', (_case, rounds) => {
    expect(play(rounds).mostlyFails).toBe(false);
  });

  it('where everything else loses as much', () => {
    expect(play('xx. xx. xx. xx. xx.', 0.6).mostlyFails).toBe(false);
  });

  it('by answers over connections from before, which count for nothing', () => {
    const reused = anAttempt({ reusedConnection: true });
    const window = updateWindow(emptyWindow('chat/web'), [reused], {
      background: 0,
      at: '2026-11-26T00:00:00.000Z',
    });

    expect(window.tries).toEqual([]);
    expect(window.sum).toBe(0);
  });

  it.each(['hangUp', 'expired', 'revoked'] as const)(
    'by what is the server’s for all: %s',
    (kind) => {
      const attempts = [aFailure(kind), anAttempt(), aFailure(kind)];
      const window = updateWindow(emptyWindow('chat/web'), attempts, { background: 0, at: 'now' });

      expect(window.tries).toHaveLength(1);
    },
  );

  it('for good: what was seen is forgotten in days', () => {
    const { sum } = play('xx. xx. xx.');
    const at = new Date(start + 48 * hourMs).toISOString();

    const later = updateWindow(play('xx. xx. xx.'), [], { background: 0, at });

    expect(later.sum).toBeLessThan(sum / 10);
    expect(later.mostlyFails).toBe(true);
  });
});

describe('failures in a row after every fourth try failed', () => {
  const before = '. . x. . . '.repeat(4);
  const isChance = (rounds: string) => failsByChance(play(rounds).tries);

  it('are chance while they are few', () => {
    expect(isChance(`${before}xxx`)).toBe(true);
    expect(isChance(`${before}xxx xxx`)).toBe(false);
  });

  it.each([
    ['nothing failed before', `${'. '.repeat(24)}xxx`],
    ['little was tried before', '. . x. . . . x. . . xxx'],
    ['most failed before', `${'xx. '.repeat(8)}xxx`],
    ['a block came to an end before', `${'xxx '.repeat(3)}${'. '.repeat(20)}xxx`],
  ])('are none where %s', (_case, rounds) => {
    expect(isChance(rounds)).toBe(false);
  });
});
