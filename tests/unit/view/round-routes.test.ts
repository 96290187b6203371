import { describe, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import { routeChoices, routesByRound } from '../../../lib/view/round-routes.ts';
import { aSignal } from '../../helpers/rounds.ts';
import { buildRound } from './build-round.ts';

/** A round that looked at the route, or did not. */
function roundAt(time: string, verdict?: RoutingVerdict): Round {
  const at = `2026-03-01T${time}:00.000Z`;
  const routing =
    verdict === undefined
      ? { verdict: 'unknown' as const, confidence: 'low' as const, signals: [] }
      : { verdict, confidence: 'medium' as const, signals: [aSignal()] };
  return buildRound({ id: time, startedAt: at, finishedAt: at, routing });
}

const tagsOf = (rounds: Round[]) => [...routesByRound(rounds.toReversed())];

describe('the way of a round', () => {
  it('is the one that it saw, or that was seen last before it', () => {
    const rounds = [
      roundAt('12:00'),
      roundAt('12:15', 'direct'),
      roundAt('12:30'),
      roundAt('12:40', 'vpn_likely'),
      roundAt('12:55'),
      roundAt('13:00', 'unknown'),
      roundAt('13:15'),
    ];

    expect(tagsOf(rounds).map(([, tag]) => tag)).toEqual([
      'unknown',
      'direct',
      'direct',
      'vpn_likely',
      'vpn_likely',
      'unknown',
      'unknown',
    ]);
  });

  it('is not known where nobody looked after a pause', () => {
    const rounds = [roundAt('12:00', 'vpn_likely'), roundAt('13:00'), roundAt('13:15', 'direct')];

    expect(tagsOf(rounds)).toEqual([
      ['12:00', 'vpn_likely'],
      ['13:00', 'unknown'],
      ['13:15', 'direct'],
    ]);
  });

  it('is not known where the last look was too long ago', () => {
    const quarters = Array.from({ length: 30 }, (_, index) => 12 * 60 + index * 15);
    const rounds = quarters.map((minutes, index) =>
      roundAt(
        `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
        index === 0 ? 'direct' : undefined,
      ),
    );

    const routes = new Map(tagsOf(rounds));
    expect(routes.get('18:00')).toBe('direct');
    expect(routes.get('18:15')).toBe('unknown');
  });
});

describe('the choices', () => {
  it('are the ways that occur, with how many rounds went them', () => {
    const routes = routesByRound([
      roundAt('12:30', 'split'),
      roundAt('12:15', 'direct'),
      roundAt('12:00', 'direct'),
    ]);

    expect(routeChoices(routes)).toEqual([
      { route: 'direct', count: 2 },
      { route: 'split', count: 1 },
    ]);
  });

  it('are none where there is but one way', () => {
    expect(routeChoices(routesByRound([roundAt('12:00', 'direct')]))).toEqual([]);
    expect(routeChoices(new Map())).toEqual([]);
  });
});
