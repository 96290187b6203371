import { describe, expect, it } from 'vitest';
import { echoes } from '../../../lib/catalog/echoes.ts';
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

const [first, second] = echoes;
const domestic = echoes.find(({ group }) => group === 'domestic');
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
  it('is dead once it never answered for eight rounds in which another did', () => {
    expect(liveAfter(7, second.id)).toEqual(ids);
    expect(liveAfter(8, second.id)).toEqual([second.id, domestic.id]);
  });

  it('is not dead for being silent together with all of its group', () => {
    expect(liveAfter(20)).toEqual(ids);
    expect(liveAfter(20, second.id)).toContain(domestic.id);
  });

  it('is not dead if it ever answered here', () => {
    let health = updateLandmarkHealth([], [echoOutcomes(all, new Set([first.id, second.id]))]);
    for (let round = 0; round < 20; round += 1) {
      health = updateLandmarkHealth(health, [echoOutcomes(all, new Set([second.id]))]);
    }

    expect(liveLandmarks(all, health)).toEqual(all);
    expect(unansweredLandmarks(all, health)).toEqual([domestic]);
  });

  it('is not seen where it was silent beside one that answered', () => {
    const health = updateLandmarkHealth([], [echoOutcomes(all, new Set([second.id]))]);

    expect(unansweredLandmarks(all, health)).toEqual([first, domestic]);
  });
});

/** As `a+ b-`: a opened, b did not. */
function sites(seen: string) {
  return seen.split(' ').map((one) => ({ id: one.slice(0, -1), isOpen: one.endsWith('+') }));
}

describe('a site that is blocked at home', () => {
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
  it('is remembered as it was seen, and its last answer counts', () => {
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
