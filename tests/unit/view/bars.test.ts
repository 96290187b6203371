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

  it('is less by what did not open as part of a network that was shut', () => {
    expect(openShareOf(viewsOf({ ok: 3, network: 1 }))).toBe(0.75);
  });

  it('is unknown where there are only gaps', () => {
    expect(openShareOf(viewsOf({}, { insufficient: 2 }))).toBeNull();
  });
});

/** The rectangles of a kind. */
function drawn(path: string) {
  return [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)].map((match) => {
    const [left, top, width, height] = match.slice(1).map(Number);
    return { left, top, width, height };
  });
}

function heights(path: string) {
  return drawn(path).map(({ height }) => height);
}

describe('the drawing', () => {
  const dot = { left: 0.37, top: 21, width: 0.27, height: 3 };

  it('is one dot where there was no check', () => {
    const { gap, ...others } = pathsOf(viewsOf({}, {}));

    expect(drawn(gap)).toEqual([dot, { ...dot, left: 1.37 }]);
    expect(Object.values(others).join('')).toBe('');
  });

  it('is two dots, one above the other, for what is unknown', () => {
    const { unknown, ...others } = pathsOf(viewsOf({ insufficient: 1 }));

    expect(drawn(unknown)).toEqual([dot, { ...dot, top: 15 }]);
    expect(Object.values(others).join('')).toBe('');
  });

  it('is a line for what opens', () => {
    const { line, ...others } = pathsOf(viewsOf({ ok: 4 }));

    expect(drawn(line)).toEqual([{ left: 0.1, top: 21, width: 0.8, height: 3 }]);
    expect(Object.values(others).join('')).toBe('');
  });

  it('has dots as wide as a bar, and further apart, where bars are very many', () => {
    const year = Array.from({ length: 365 }, (_, day): StateCounts => {
      if (day === 40) return { ok: 1 };
      return day > 300 && day < 306 ? { insufficient: 1 } : {};
    });
    const { gap, unknown, line } = pathsOf(viewsOf(...year));
    const lefts = drawn(gap).map(({ left }) => left);

    expect(lefts.slice(8, 13)).toEqual([32, 36, 41, 45, 49]);
    expect(lefts.filter((left = 0) => left > 290).slice(0, 4)).toEqual([293, 297, 306, 310]);
    expect(drawn(unknown).map(({ left }) => left)).toEqual([301, 301, 305, 305]);
    expect([...drawn(gap), ...drawn(line)].every(({ width }) => width === 1)).toBe(true);
  });

  it.each([
    ['impaired', 12],
    ['likely_blocked', 19.2],
    ['network', 19.2],
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
