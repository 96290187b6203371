import { expect, it } from 'vitest';
import { mostConnectionsFail } from '../../../../lib/diagnose/chance/service-window.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { TargetWindow } from '../../../../lib/model/standing.ts';
import { at } from '../../../helpers/clock.ts';

/** Eight targets, each of which fails once and then gets through, one so many seconds after the other. */
function windows(mechanism: Mechanism, apart: number): TargetWindow[] {
  return Array.from({ length: 8 }, (_, index) => ({
    target: `chat/${index}`,
    tries: [
      { at: at(index * apart), ok: false, mechanism },
      { at: at(index * apart + apart / 2), ok: true, mechanism: null },
    ],
    sum: 1.2,
    at: at(0),
    mostlyFails: false,
  }));
}

it.each<[string, Mechanism, number, boolean]>([
  ['no service of which a resolver missed all names for a moment', 'dns.error', 5, false],
  ['one of which a resolver misses names again and again', 'dns.error', 60, true],
  ['one of which connections are cut', 'reset', 5, true],
])('most connections fail to %s', (_case, mechanism, apart, expected) => {
  const past = {
    before: undefined,
    opens: true,
    answered: [true],
    startedAt: at(0),
    aside: [],
  };

  expect(mostConnectionsFail(windows(mechanism, apart), past)).toBe(expected);
});
