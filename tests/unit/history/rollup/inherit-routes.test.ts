import { expect, it } from 'vitest';
import { inheritRoutes } from '../../../../lib/history/rollup/inherit-routes.ts';
import type { RoundSummary } from '../../../../lib/history/rollup/summary.ts';
import type { RoutingVerdict } from '../../../../lib/model/route.ts';
import { dateAt } from '../../../helpers/clock.ts';

function routesOf(...rounds: [minutes: number, route: RoutingVerdict][]): RoutingVerdict[] {
  const summaries = rounds.map(
    ([minutes, route], number): RoundSummary => ({
      number,
      atMs: dateAt(minutes * 60).getTime(),
      route,
      services: [],
    }),
  );
  return inheritRoutes(summaries).map(({ route }) => route);
}

it('gives a round that did not look at the route that of the one before', () => {
  expect(
    routesOf([0, 'unknown'], [15, 'direct'], [30, 'unknown'], [40, 'vpn_likely'], [55, 'unknown']),
  ).toEqual(['unknown', 'direct', 'direct', 'vpn_likely', 'vpn_likely']);
});

it('leaves the route unknown after a pause', () => {
  expect(routesOf([0, 'vpn_likely'], [46, 'unknown'], [60, 'unknown'])).toEqual([
    'vpn_likely',
    'unknown',
    'unknown',
  ]);
});

it('leaves the route unknown where the last look is more than six hours ago', () => {
  const quarters = Array.from({ length: 30 }, (_, index): [number, RoutingVerdict] => [
    15 * index,
    index === 0 ? 'split' : 'unknown',
  ]);

  expect(routesOf(...quarters).slice(23, 26)).toEqual(['split', 'split', 'unknown']);
});

it('leaves the route unknown where the clock was set back, by more than a pause', () => {
  expect(routesOf([600, 'vpn_likely'], [480, 'unknown'], [495, 'unknown'])).toEqual([
    'vpn_likely',
    'unknown',
    'unknown',
  ]);
});
