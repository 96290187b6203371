import { expect, it } from 'vitest';
import { routeChoices } from '../../../lib/view/route-choices.ts';
import { buildBars } from './build-bars.ts';

it('are the routes that occur, with their number of checks', () => {
  const bars = buildBars(
    [
      { route: 'split', states: { ok: 1 } },
      { route: 'direct', states: { ok: 1 } },
      // Some checks asked this one alone.
      { service: 'viber', route: 'direct', states: { ok: 2, blocked: 1 } },
    ],
    [],
    [{ route: 'direct', states: { ok: 1 } }],
  );

  expect(routeChoices(bars)).toEqual([
    { route: 'direct', count: 4 },
    { route: 'split', count: 1 },
  ]);
});

it('are none where there is only one route', () => {
  expect(routeChoices(buildBars([{}], [{}]))).toEqual([]);
});
