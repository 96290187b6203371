import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../accuracy/time/random.ts';

const many = 20_000;

function draws(random: Random, draw: (random: Random) => number): number[] {
  return Array.from({ length: many }, () => draw(random));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('seeded random numbers', () => {
  it('repeat for the same seeds and differ for others', () => {
    const first = draws(createRandom(1, 2, 3), (random) => random.next()).slice(0, 5);

    expect(draws(createRandom(1, 2, 3), (random) => random.next()).slice(0, 5)).toEqual(first);
    expect(draws(createRandom(1, 2, 4), (random) => random.next()).slice(0, 5)).not.toEqual(first);
    expect(draws(createRandom(2, 1, 3), (random) => random.next()).slice(0, 5)).not.toEqual(first);
  });

  it.each([
    { what: 'even draws', draw: (random: Random) => random.between(2, 4), expected: 3 },
    { what: 'chances', draw: (random: Random) => (random.chance(0.2) ? 1 : 0), expected: 0.2 },
    { what: 'waits', draw: (random: Random) => random.exponential(5), expected: 5 },
    { what: 'picks', draw: (random: Random) => random.pick([1, 2, 6]), expected: 3 },
    {
      what: 'logarithms of spread values',
      draw: (random: Random) => Math.log(random.spread(Math.E, 0.5)),
      expected: 1,
    },
  ])('has the mean that it should: $what', ({ draw, expected }) => {
    expect(mean(draws(createRandom(7), draw)) / expected).toBeCloseTo(1, 1);
  });

  it('put half of all spread values on each side of the median', () => {
    const values = draws(createRandom(3), (random) => random.spread(80, 0.7));

    expect(values.filter((value) => value < 80).length / many).toBeCloseTo(0.5, 1);
    expect(Math.max(...values)).toBeGreaterThan(300);
  });
});
