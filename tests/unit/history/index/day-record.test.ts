import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { packDay, unpackDay } from '../../../../lib/history/index/day-record.ts';
import type { DayRecord } from '../../../../lib/history/index/records.ts';
import type { RoleSummary, RoundSummary } from '../../../../lib/history/rollup/summary.ts';

const role = fc.record<RoleSummary>(
  {
    role: fc.constantFrom('web', 'media'),
    state: fc.constantFrom('ok', 'blocked'),
    mechanisms: fc.constant(['reset']),
    tries: fc.integer({ min: 0, max: 3 }),
    failures: fc.integer({ min: 0, max: 3 }),
    times: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }),
  },
  { requiredKeys: ['role', 'state', 'tries', 'failures', 'times'] },
);

const round = fc.record<RoundSummary>({
  number: fc.nat(),
  atMs: fc.nat(),
  route: fc.constantFrom('direct', 'unknown'),
  services: fc.array(
    fc.record({
      id: fc.constantFrom('chat', 'talk', '__proto__'),
      state: fc.constantFrom('ok', 'blocked'),
      roundState: fc.constantFrom('ok', 'insufficient'),
      mechanisms: fc.constantFrom([], ['reset']),
      roles: fc.array(role, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
});

const onDisk = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

it('keeps all of any day', () => {
  const day = fc.record<DayRecord>({
    day: fc.constant('2026-11-28'),
    rounds: fc.array(round, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(day, (one) => {
      expect(unpackDay(onDisk(packDay(one)))).toEqual(one);
    }),
  );
});

it('has each look of a service once, whatever times it took', () => {
  const seen = (number: number, state: 'ok' | 'blocked', time: number): RoundSummary => ({
    number,
    atMs: number,
    route: 'direct',
    services: [
      {
        id: 'chat',
        state,
        roundState: state,
        mechanisms: [],
        roles: [{ role: 'web', state, tries: 1, failures: 0, times: [time] }],
      },
    ],
  });
  const rounds = [seen(1, 'ok', 10), seen(2, 'ok', 11), seen(3, 'blocked', 10), seen(4, 'ok', 12)];

  const { looks, rounds: packed } = packDay({ day: '2026-11-28', rounds });

  expect(looks.map(({ state }) => state)).toEqual(['ok', 'blocked']);
  expect(packed.map(({ services }) => services)).toEqual([
    [[0, [10]]],
    [[0, [11]]],
    [[1, [10]]],
    [[0, [12]]],
  ]);
});
