import { describe, expect, it } from 'vitest';
import { catalog } from '../../../lib/catalog/index.ts';
import {
  canaryOutcomes,
  echoOutcomes,
  type LandmarkHealth,
  type LandmarkOutcomes,
  liveLandmarks,
  siteOutcomes,
  unansweredLandmarks,
  updateLandmarkHealth,
} from '../../../lib/routing/health.ts';

const [first, second] = catalog.echoes;
const domestic = catalog.echoes.find(({ group }) => group === 'domestic');
if (!(first && second && domestic)) throw new Error('too few echoes');
const all = [first, second, domestic];

function healthAfter(rounds: number, seen: LandmarkOutcomes): LandmarkHealth[] {
  let health: LandmarkHealth[] = [];
  for (let round = 0; round < rounds; round += 1) health = updateLandmarkHealth(health, [seen]);
  return health;
}

function liveAfter(rounds: number, ...answered: string[]): string[] {
  const health = healthAfter(rounds, echoOutcomes(all, new Set(answered)));
  return liveLandmarks(all, health).map(({ id }) => id);
}

const ids = all.map(({ id }) => id);

describe('an echo', () => {
  it('is dead after eight rounds without an answer in which another echo answered', () => {
    expect(liveAfter(7, second.id)).toEqual(ids);
    expect(liveAfter(8, second.id)).toEqual([second.id, domestic.id]);
  });

  it('is not dead where its whole group was silent', () => {
    expect(liveAfter(20)).toEqual(ids);
    expect(liveAfter(20, second.id)).toContain(domestic.id);
  });

  it('is not dead where it has ever answered here', () => {
    let health = updateLandmarkHealth([], [echoOutcomes(all, new Set([first.id, second.id]))]);
    for (let round = 0; round < 20; round += 1) {
      health = updateLandmarkHealth(health, [echoOutcomes(all, new Set([second.id]))]);
    }

    expect(liveLandmarks(all, health)).toEqual(all);
    expect(unansweredLandmarks(all, health)).toEqual([domestic]);
  });

  it('counts as silent where another of its group answered', () => {
    const health = updateLandmarkHealth([], [echoOutcomes(all, new Set([second.id]))]);

    expect(unansweredLandmarks(all, health)).toEqual([first, domestic]);
  });
});

/** Reads `a+ b-` as: a opened, b did not. */
function sites(seen: string) {
  return seen.split(' ').map((one) => ({ id: one.slice(0, -1), isOpen: one.endsWith('+') }));
}

describe('a canary', () => {
  it.each([
    ['a+ b+ c+ d-', { answered: ['a', 'b', 'c'], silent: ['d'] }],
    ['a+ b+', { answered: ['a', 'b'], silent: [] }],
    ['a- b- c-', { answered: [], silent: [] }],
    ['a+ b- c- d-', { answered: [], silent: [] }],
    ['a+ b+ c-', { answered: [], silent: [] }],
  ])('should open only where nearly all do: %s', (seen, expected) => {
    expect(canaryOutcomes(sites(seen))).toEqual(expected);
  });
});

describe('a site that should open', () => {
  it('is recorded by its outcomes, of which the last counts', () => {
    const before = healthAfter(3, siteOutcomes(sites('a- b-')));

    expect(
      updateLandmarkHealth(before, [siteOutcomes(sites('a+')), siteOutcomes(sites('b- c-'))]),
    ).toEqual([
      { id: 'a', answered: true, silentRounds: 0 },
      { id: 'b', answered: false, silentRounds: 4 },
      { id: 'c', answered: false, silentRounds: 1 },
    ]);
  });
});
