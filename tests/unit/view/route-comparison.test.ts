import { describe, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import { compareRoutes } from '../../../lib/view/route-comparison.ts';
import { buildRound, buildService } from './build-round.ts';

interface Seen {
  day: number;
  route: RoutingVerdict;
  services?: Partial<ServiceResult>[];
}

/** @param seen oldest first */
function pairsOf(...seen: Seen[]) {
  const rounds = seen.map(({ day, services = [{}] }, index): Round => {
    const startedAt = `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;
    return buildRound({ id: `${index}`, startedAt, services: services.map(buildService) });
  });
  const routes = new Map(seen.map(({ route }, index) => [`${index}`, route]));
  return compareRoutes(rounds.toReversed(), routes);
}

const blocked = { state: 'blocked' } as const;

describe('comparisons of routes', () => {
  it('hold the latest state of each route', () => {
    const pairs = pairsOf(
      { day: 1, route: 'direct', services: [{ state: 'down' }] },
      { day: 2, route: 'direct', services: [blocked] },
      { day: 2, route: 'vpn_likely' },
    );

    expect(pairs).toEqual([
      {
        id: 'signal',
        name: 'Signal',
        direct: { state: 'blocked', at: '2026-03-02T12:00:00.000Z' },
        detour: { state: 'ok', at: '2026-03-02T12:00:00.000Z' },
      },
    ]);
  });

  it('are at most a day apart, in either order', () => {
    expect(pairsOf({ day: 1, route: 'direct' }, { day: 2, route: 'vpn_likely' })).toHaveLength(1);
    expect(pairsOf({ day: 1, route: 'vpn_likely' }, { day: 2, route: 'direct' })).toHaveLength(1);
    expect(pairsOf({ day: 1, route: 'direct' }, { day: 3, route: 'vpn_likely' })).toEqual([]);
  });

  it('may be old where one route has not occurred recently', () => {
    const pairs = pairsOf(
      { day: 1, route: 'direct', services: [blocked] },
      { day: 1, route: 'vpn_likely' },
      { day: 9, route: 'direct' },
    );

    expect(pairs).toMatchObject([{ direct: { state: 'blocked' }, detour: { state: 'ok' } }]);
  });

  it('hold the round’s own state, not one carried over from the other route', () => {
    const confirming = { state: 'blocked', roundState: 'ok' } as const;

    expect(
      pairsOf(
        { day: 1, route: 'direct', services: [blocked] },
        { day: 1, route: 'vpn_likely', services: [confirming] },
      ),
    ).toMatchObject([{ direct: { state: 'blocked' }, detour: { state: 'ok' } }]);
  });

  it('exclude unmeasured services and those with only one route', () => {
    const viber = { id: 'viber', name: 'Viber' };
    const pairs = pairsOf(
      { day: 1, route: 'direct', services: [{ ...blocked }, viber] },
      { day: 1, route: 'direct', services: [{ state: 'insufficient' }] },
      { day: 1, route: 'vpn_likely', services: [{}] },
    );

    expect(pairs).toMatchObject([{ id: 'signal', direct: { state: 'blocked' } }]);
  });

  it('exclude split and unknown routes', () => {
    expect(
      pairsOf(
        { day: 1, route: 'direct' },
        { day: 1, route: 'split' },
        { day: 1, route: 'unknown' },
      ),
    ).toEqual([]);
  });
});
