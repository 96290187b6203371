import '../../helpers/loaded-texts.ts';
import { describe, expect, it } from 'vitest';
import type { RoleRollup, Rollup } from '../../../lib/model/rollup.ts';
import {
  type BarView,
  barsByRoute,
  barsOfRoles,
  barsOfService,
  openShareOf,
  pathsOf,
  type StateCounts,
  servicesIn,
} from '../../../lib/view/bars.ts';
import { buildBars } from './build-bars.ts';

const countsOf = (views: readonly BarView[]) => views.map(({ counts }) => counts);
const viewsOf = (...counts: StateCounts[]) =>
  counts.map((one) => ({ fromMs: 0, toMs: 0, counts: one, mechanisms: {} }));

describe('the bars of a service', () => {
  const ways: Partial<Rollup>[] = [
    { states: { ok: 2 } },
    { route: 'vpn_likely', states: { ok: 1, blocked: 3 } },
    { service: 'viber', states: { down: 1 } },
  ];

  it('add up all routes, without other services, and leave gaps empty', () => {
    expect(countsOf(barsOfService(buildBars(ways, []), 'signal'))).toEqual([
      { ok: 3, blocked: 3 },
      {},
    ]);
  });

  it('may be those of one route', () => {
    expect(countsOf(barsOfService(barsByRoute(buildBars(ways), 'direct'), 'signal'))).toEqual([
      { ok: 2 },
    ]);
  });

  it('add up the mechanisms of their routes', () => {
    const bars = buildBars([
      { mechanisms: { reset: 2 } },
      { route: 'vpn_likely', mechanisms: { reset: 1, 'a|b': 3 } },
      { service: 'viber', mechanisms: { timeout: 1 } },
    ]);

    expect(barsOfService(bars, 'signal')[0]?.mechanisms).toEqual({ reset: 3, 'a|b': 3 });
    expect(barsOfService(barsByRoute(bars, 'direct'), 'signal')[0]?.mechanisms).toEqual({
      reset: 2,
    });
  });

  it('are of the services that occur', () => {
    expect(servicesIn(buildBars(ways, ways))).toEqual(['signal', 'viber']);
  });
});

describe('the bars of the uses of a service', () => {
  const aRole = (states: StateCounts, mechanisms?: Record<string, number>): RoleRollup => {
    return { states, tries: 1, failures: 0, ...(mechanisms && { mechanisms }) };
  };

  it('are of those that were looked at, in the order in which people ask for them', () => {
    const bars = buildBars(
      [{ roles: { web: aRole({ ok: 1 }) } }],
      [],
      [
        { roles: { media: aRole({ blocked: 2 }, { reset: 2 }) } },
        { route: 'vpn_likely', roles: { media: aRole({ ok: 1 }, { reset: 1 }) } },
        { service: 'viber', roles: { login: aRole({ ok: 1 }) } },
      ],
    );

    const roles = barsOfRoles(bars, 'signal');
    const direct = barsOfRoles(barsByRoute(bars, 'direct'), 'signal');

    expect(roles.map(({ role, views }) => [role, countsOf(views)])).toEqual([
      ['media', [{}, {}, { blocked: 2, ok: 1 }]],
      ['web', [{ ok: 1 }, {}, {}]],
    ]);
    expect(roles[0]?.views.map(({ fromMs }) => fromMs)).toEqual(bars.map(({ fromMs }) => fromMs));
    expect(roles[0]?.views[2]?.mechanisms).toEqual({ reset: 3 });
    expect(direct[0]?.views[2]).toMatchObject({ counts: { blocked: 2 }, mechanisms: { reset: 2 } });
  });
});

describe('the share of time open', () => {
  it('leaves out checks without a verdict', () => {
    expect(openShareOf(viewsOf({ ok: 3, insufficient: 5 }, { impaired: 1 }, {}))).toBe(0.75);
  });

  it('is unknown where there are only gaps', () => {
    expect(openShareOf(viewsOf({}, { insufficient: 2 }))).toBeNull();
  });
});

/** The heights of a kind's bars. */
function heights(path: string): number[] {
  return [...path.matchAll(/v(\d+(?:\.\d+)?)/g)].map(([, height]) => Number(height));
}

describe('the drawing', () => {
  it('is of a kind of its own where there was no check', () => {
    const { gap, ...others } = pathsOf(viewsOf({}));

    expect(heights(gap)).toEqual([3]);
    expect(Object.values(others).join('')).toBe('');
  });

  it('is a line for what opens, and another for what is unknown', () => {
    const paths = pathsOf(viewsOf({ ok: 4 }, { insufficient: 1 }));

    expect(heights(paths.line)).toEqual([3]);
    expect(heights(paths.unknown)).toEqual([3]);
    expect(paths.unknown).toMatch(/^M1\.1 /);
  });

  it.each([
    ['impaired', 12],
    ['likely_blocked', 19.2],
    ['down', 19.2],
    ['blocked', 24],
  ] as const)('of %s is told by its height', (state, height) => {
    expect(heights(pathsOf(viewsOf({ [state]: 2 }))[state])).toEqual([height]);
    expect(heights(pathsOf(viewsOf({ [state]: 2, ok: 2 }))[state])).toEqual([height / 2]);
  });

  it('stacks what occurred side by side, without a line', () => {
    const paths = pathsOf(viewsOf({ blocked: 1, impaired: 1, ok: 2 }));

    expect(paths.line).toBe('');
    expect(paths.blocked).toMatch(/^M0\.1 18h/);
    expect(paths.impaired).toMatch(/^M0\.1 15h/);
  });
});
