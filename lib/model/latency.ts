import type { LatencySketch } from './rollup.ts';

/** Each bucket's times are a tenth longer than those of the one before, so a quantile is off by 5 % at most. */
const growth = 1.1;

export function bucketOf(milliseconds: number): number {
  return Math.round(Math.log(Math.max(1, milliseconds)) / Math.log(growth));
}

export function addTime(sketch: LatencySketch, bucket: number, count = 1): void {
  sketch[bucket] = (sketch[bucket] ?? 0) + count;
}

/** In milliseconds; with how many times they are of. */
export interface LatencyQuantiles {
  n: number;
  p50: number;
  p90: number;
  p95: number;
  p99: number;
}

/** Null without a time. */
export function quantilesOf(sketch: LatencySketch): LatencyQuantiles | null {
  const buckets = Object.entries(sketch).map(([bucket, count]) => [Number(bucket), count] as const);
  buckets.sort(([one], [other]) => one - other);
  const n = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return null;
  function quantile(share: number): number {
    let below = 0;
    const found = buckets.find(([, count]) => {
      below += count;
      return below >= share * n;
    });
    return Math.round(growth ** (found?.[0] ?? 0));
  }
  return { n, p50: quantile(0.5), p90: quantile(0.9), p95: quantile(0.95), p99: quantile(0.99) };
}
