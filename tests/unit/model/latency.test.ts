import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTime, bucketOf, quantilesOf } from '../../../lib/model/latency.ts';
import type { LatencySketch } from '../../../lib/model/rollup.ts';

function sketchOf(times: readonly number[]): LatencySketch {
  const sketch: LatencySketch = {};
  for (const time of times) addTime(sketch, bucketOf(time));
  return sketch;
}

const anyTimes = fc.array(fc.double({ min: 1, max: 120_000, noNaN: true }), { minLength: 1 });

describe('a sketch of times', () => {
  it.each([
    ['p50', 0.5],
    ['p90', 0.9],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const)('tells %s within 6 %', (name, share) => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const sorted = times.toSorted((one, other) => one - other);
        const exact = sorted[Math.ceil(share * times.length) - 1] as number;

        const told = quantilesOf(sketchOf(times))?.[name] as number;

        // Whole milliseconds are told.
        expect(Math.abs(told - exact)).toBeLessThanOrEqual(0.06 * exact + 0.5);
      }),
    );
  });

  it('tells how many times it is of', () => {
    expect(quantilesOf(sketchOf([5, 5, 900]))?.n).toBe(3);
  });

  it('takes what is under a millisecond for one', () => {
    expect(quantilesOf(sketchOf([0, 0.2]))).toEqual({ n: 2, p50: 1, p90: 1, p95: 1, p99: 1 });
  });

  it('has no quantiles without a time', () => {
    expect(quantilesOf({})).toBeNull();
  });
});
