import { describe, expect, it } from 'vitest';
import { detourOf, routeOf } from '../../../lib/view/route.ts';
import { noCircumstances } from '../../helpers/rounds.ts';
import { aLook, buildRound, buildSparedRound } from './build-round.ts';

const detour = aLook('vpn_likely');
const direct = aLook('direct');
const { routing: untold } = buildRound();

describe('the route that holds for a round', () => {
  it('is its own where it looked, though nothing came of that', () => {
    const { routing } = aLook('unknown', 'low');

    expect(routeOf(buildRound({ routing }), detour)).toBe(routing);
  });

  it('is that of the last look where it did not look itself', () => {
    expect(routeOf(buildRound(), detour)).toBe(detour.routing);
    expect(routeOf(buildRound(), null)).toEqual(untold);
  });

  it.each([
    ['2026-03-01T06:00:00.000Z', detour.routing],
    ['2026-03-01T05:59:59.999Z', untold],
    ['2026-03-01T18:00:00.001Z', untold],
  ])('is none that was outdated when the round was made: %s', (at, route) => {
    expect(routeOf(buildRound(), { ...detour, at })).toEqual(route);
  });
});

const usual = buildRound();
const spared = buildSparedRound();
const uncounted = buildRound({ circumstances: { ...noCircumstances, homeUncounted: true } });
const looked = buildRound({ routing: detour.routing });

it.each([
  ['its own look', looked, null, 'probably'],
  ['the last look, and a sign since', spared, detour, 'probably'],
  ['the last look, and a sign since beside what counts', uncounted, detour, 'probably'],
  ['the last look alone', usual, detour, 'perhaps'],
  ['a look that is not sure', spared, aLook('vpn_likely', 'low'), 'perhaps'],
  ['a look that saw two ways', usual, aLook('split', 'high'), 'perhaps'],
  ['a sign alone', spared, null, 'perhaps'],
  ['a sign beside what counts', uncounted, null, 'perhaps'],
  ['a sign after a look that saw none', spared, direct, 'perhaps'],
  ['a look that saw none', usual, direct, null],
  ['nothing', usual, null, null],
] as const)('tells how surely a round was measured by a detour, by %s', (_, round, last, how) => {
  expect(detourOf(round, last)).toBe(how);
});
