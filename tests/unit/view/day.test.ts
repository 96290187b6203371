import { describe, expect, it } from 'vitest';
import type { Bar } from '../../../lib/model/bar.ts';
import type { Rollup } from '../../../lib/model/rollup.ts';
import { eitherWay, hoursByState, hoursOf, sinceOf, stretchesOf } from '../../../lib/view/day.ts';

const hourMs = 3_600_000;

function rollup(states: Rollup['states'], part: Partial<Rollup> = {}): Rollup {
  const empty = { mechanisms: {}, tries: 4, failures: 0, times: {}, roles: {} };
  return { service: 'signal', route: 'direct', states, ...empty, ...part };
}

function dayOf(...hours: Rollup[][]) {
  const bars: Bar[] = hours.map((rollups, index) => ({
    fromMs: index * hourMs,
    toMs: (index + 1) * hourMs,
    rollups,
  }));
  return { bars, states: [] };
}

const stateOf = (...rollups: Rollup[]) => hoursOf(dayOf(rollups), 'signal')[0]?.state;

describe('the state of an hour', () => {
  it.each(['ok', 'impaired', 'blocked', 'likely_blocked', 'down'] as const)(
    'is the only one that there was: %s',
    (state) => {
      expect(stateOf(rollup({ [state]: 4 }))).toBe(state);
    },
  );

  it('is the gravest of several that do not open', () => {
    expect(stateOf(rollup({ down: 1, impaired: 2, likely_blocked: 1 }))).toBe('likely_blocked');
  });

  it('is called the same where the network was shut: it does not open', () => {
    expect(stateOf(rollup({ network: 2, down: 1 }))).toBe('likely_blocked');
    expect(stateOf(rollup({ network: 2, ok: 1 }))).toBe('mixed');
  });

  it('is mixed where it opened at times, also over another route', () => {
    expect(stateOf(rollup({ ok: 3, blocked: 1 }))).toBe('mixed');
    expect(stateOf(rollup({ blocked: 4 }), rollup({ ok: 1 }, { route: 'vpn_likely' }))).toBe(
      'mixed',
    );
  });

  it('is missing where nothing was checked, or nothing tried', () => {
    expect(stateOf()).toBe('missing');
    expect(stateOf(rollup({ blocked: 4 }, { service: 'viber' }))).toBe('missing');
    expect(stateOf(rollup({ ok: 4 }, { tries: 0 }))).toBe('missing');
    expect(stateOf(rollup({ insufficient: 4 }))).toBe('missing');
  });
});

it('counts hours by their state, the longest first', () => {
  const day = dayOf([], [rollup({ ok: 1 })], [rollup({ ok: 1 })]);

  expect(hoursByState(hoursOf(day, 'signal'))).toEqual([
    { state: 'ok', count: 2 },
    { state: 'missing', count: 1 },
  ]);
});

it('joins hours on end with one state', () => {
  const opens = [rollup({ ok: 1 })];
  const day = dayOf(opens, opens, [], opens);

  expect(stretchesOf(hoursOf(day, 'signal'))).toEqual([
    { fromMs: 0, toMs: 2 * hourMs, state: 'ok' },
    { fromMs: 2 * hourMs, toMs: 3 * hourMs, state: 'missing' },
    { fromMs: 3 * hourMs, toMs: 4 * hourMs, state: 'ok' },
  ]);
});

describe('how it was either way', () => {
  const direct = rollup({ blocked: 4 });
  const detour = rollup({ ok: 1 }, { route: 'vpn_likely' });

  it('is told where both ways were measured', () => {
    const day = dayOf([direct], [detour], [rollup({ down: 1 }, { service: 'viber' })]);

    expect(eitherWay(day, 'signal')).toEqual({ direct: 'blocked', detour: 'ok' });
  });

  it.each([
    ['only directly', [direct]],
    ['only another way', [detour]],
    ['two ways at once', [direct, rollup({ ok: 1 }, { route: 'split' })]],
    ['another way without any try', [direct, rollup({ ok: 1 }, { route: 'vpn_likely', tries: 0 })]],
  ])('is not told where it was measured %s', (_case, rollups) => {
    expect(eitherWay(dayOf(rollups), 'signal')).toBeNull();
  });
});

it('tells since when a state holds only where it is the one that was read', () => {
  const since = '2026-03-01T10:00:00.000Z';
  const states = [{ service: 'signal', state: 'blocked', since, seenAt: since } as const];

  expect(sinceOf({ bars: [], states }, 'signal', 'blocked')).toBe(since);
  expect(sinceOf({ bars: [], states }, 'signal', 'ok')).toBeNull();
  expect(sinceOf({ bars: [], states }, 'viber', 'blocked')).toBeNull();
});
