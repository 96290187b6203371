import { describe, expect, it } from 'vitest';
import type { SeenState } from '../../../lib/model/bar.ts';
import { compareRoutes } from '../../../lib/view/route-comparison.ts';

function seen(day: number, part: Partial<SeenState>): SeenState {
  const at = `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  return {
    service: 'signal',
    state: 'ok',
    scope: 'service',
    route: 'direct',
    atMs: Date.parse(at),
    ...part,
  };
}

const detour = { route: 'vpn_likely' } as const;
const blocked = { state: 'blocked' } as const;

describe('comparisons of routes', () => {
  it('hold the latest state of each route', () => {
    const direct = seen(2, blocked);
    const other = seen(2, detour);

    expect(compareRoutes([seen(1, { state: 'down' }), direct, other])).toEqual([
      { service: 'signal', direct, detour: other },
    ]);
  });

  it('are only of services whose states differ', () => {
    const viber = { service: 'viber' };
    const all = [
      seen(1, viber),
      seen(1, { ...viber, ...detour }),
      seen(1, blocked),
      seen(1, detour),
    ];

    expect(compareRoutes(all)).toMatchObject([{ service: 'signal' }]);
  });

  it('are at most a day apart, in either order', () => {
    expect(compareRoutes([seen(1, blocked), seen(2, detour)])).toHaveLength(1);
    expect(compareRoutes([seen(1, detour), seen(2, blocked)])).toHaveLength(1);
    expect(compareRoutes([seen(1, blocked), seen(3, detour)])).toEqual([]);
  });

  it('may be old where one route has not occurred recently', () => {
    expect(compareRoutes([seen(1, blocked), seen(1, detour), seen(9, {})])).toMatchObject([
      { direct: blocked, detour: { state: 'ok' } },
    ]);
  });

  it('exclude split and unknown routes', () => {
    const others = [
      seen(1, { ...blocked, route: 'split' }),
      seen(1, { ...blocked, route: 'unknown' }),
    ];

    expect(compareRoutes([seen(1, {}), ...others])).toEqual([]);
  });
});
