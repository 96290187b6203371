import { describe, expect, it } from 'vitest';
import { sinceBlockEnded } from '../../../../lib/diagnose/chance/pauses.ts';
import type { TargetWindow } from '../../../../lib/model/standing.ts';

/** Tries of targets, minute by minute: `x` fails, `.` gets through, a space is none. */
function windowsOf(...targets: string[]): TargetWindow[] {
  return targets.map((tries, index) => ({
    target: `chat/${index}`,
    tries: tries.split('').flatMap((one, minute) => {
      const at = new Date(Date.UTC(2026, 10, 28, 0, minute)).toISOString();
      if (one === ' ') return [];
      return { at, ok: one === '.', mechanism: one === 'x' ? ('reset' as const) : null };
    }),
    sum: 8,
    at: '2026-11-28T01:00:00.000Z',
    mostlyFails: true,
  }));
}

function triesOf(windows: readonly TargetWindow[]): string[] {
  return windows.map(({ tries }) => tries.map(({ ok }) => (ok ? '.' : 'x')).join(''));
}

describe('windows after a block that ended', () => {
  it('have only what came after it', () => {
    const after = sinceBlockEnded(windowsOf('.xxxxxxxxxxxx....'));

    expect(triesOf(after)).toEqual(['....']);
    expect(after[0]).toMatchObject({ sum: 0, mostlyFails: false, at: '2026-11-28T01:00:00.000Z' });
  });

  it('count together, but for what always got through', () => {
    const windows = windowsOf('xxxxxx  .. ', 'xxxxxx  ..', '...........');

    expect(triesOf(sinceBlockEnded(windows))).toEqual(['..', '..', '.....']);
  });

  it('keep what was learned of one that was fine', () => {
    const [window] = windowsOf('xxxxxxxxxxxx....').map((one) => ({ ...one, sum: -2 }));

    expect(sinceBlockEnded(window ? [window] : [])[0]?.sum).toBe(-2);
  });

  it.each([
    ['too few failures', ['.xxxxxxxxxxx....']],
    ['a success between the failures', ['xxxxxx.xxxxxx....']],
    ['too few successes', ['xxxxxxxxxxxx...']],
    ['a failure since', ['xxxxxxxxxxxx....x']],
    ['no failures', ['................']],
    ['a target that fails at times', ['xxxxxx  ..', 'x.xxxx  ..']],
  ])('stay as they are after %s', (_case, targets) => {
    const windows = windowsOf(...targets);

    expect(sinceBlockEnded(windows)).toBe(windows);
  });
});
