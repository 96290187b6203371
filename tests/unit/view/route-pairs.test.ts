import { describe, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import type { ServiceResult } from '../../../lib/model/service.ts';
import { routePairs } from '../../../lib/view/route-pairs.ts';
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
  return routePairs(rounds.toReversed(), routes);
}

const blocked = { state: 'blocked' } as const;

describe('both ways', () => {
  it('are put side by side with what was seen last', () => {
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

  it('are compared within a day, whichever came first', () => {
    expect(pairsOf({ day: 1, route: 'direct' }, { day: 2, route: 'vpn_likely' })).toHaveLength(1);
    expect(pairsOf({ day: 1, route: 'vpn_likely' }, { day: 2, route: 'direct' })).toHaveLength(1);
    expect(pairsOf({ day: 1, route: 'direct' }, { day: 3, route: 'vpn_likely' })).toEqual([]);
  });

  it('are compared as they were where one of them was not gone of late', () => {
    const pairs = pairsOf(
      { day: 1, route: 'direct', services: [blocked] },
      { day: 1, route: 'vpn_likely' },
      { day: 9, route: 'direct' },
    );

    expect(pairs).toMatchObject([{ direct: { state: 'blocked' }, detour: { state: 'ok' } }]);
  });

  it('are told by what the round saw, not by what was carried over from the other way', () => {
    const confirming = { state: 'blocked', roundState: 'ok' } as const;

    expect(
      pairsOf(
        { day: 1, route: 'direct', services: [blocked] },
        { day: 1, route: 'vpn_likely', services: [confirming] },
      ),
    ).toMatchObject([{ direct: { state: 'blocked' }, detour: { state: 'ok' } }]);
  });

  it('leave out what saw nothing, and services that were not seen both ways', () => {
    const viber = { id: 'viber', name: 'Viber' };
    const pairs = pairsOf(
      { day: 1, route: 'direct', services: [{ ...blocked }, viber] },
      { day: 1, route: 'direct', services: [{ state: 'insufficient' }] },
      { day: 1, route: 'vpn_likely', services: [{}] },
    );

    expect(pairs).toMatchObject([{ id: 'signal', direct: { state: 'blocked' } }]);
  });

  it('are neither of two ways at once, nor one that is not clear', () => {
    expect(
      pairsOf(
        { day: 1, route: 'direct' },
        { day: 1, route: 'split' },
        { day: 1, route: 'unknown' },
      ),
    ).toEqual([]);
  });
});
