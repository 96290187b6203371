import type { Bar } from '../model/bar.ts';
import { addTime, type LatencyQuantiles, quantilesOf } from '../model/latency.ts';
import type { LatencySketch, Rollup } from '../model/rollup.ts';
import { type BarView, barsOfService } from './bars.ts';

/** A service in one part of a span, in numbers. */
export interface ServiceTime extends BarView {
  tries: number;
  failures: number;
  /** How long successes took; null without one. */
  latency: LatencyQuantiles | null;
}

/** The parts with checks, newest first. */
export function serviceTimes(bars: readonly Bar[], service: string): ServiceTime[] {
  const views = barsOfService(bars, service);
  return bars
    .map((bar, index): ServiceTime => {
      const rollups = bar.rollups.filter((rollup) => rollup.service === service);
      return {
        ...(views[index] as BarView),
        tries: rollups.reduce((sum, { tries }) => sum + tries, 0),
        failures: rollups.reduce((sum, { failures }) => sum + failures, 0),
        latency: quantilesOf(timesOf(rollups)),
      };
    })
    .filter(({ counts }) => Object.keys(counts).length > 0)
    .toReversed();
}

function timesOf(rollups: readonly Rollup[]): LatencySketch {
  const all: LatencySketch = {};
  for (const { times } of rollups) {
    for (const [bucket, count] of Object.entries(times)) addTime(all, Number(bucket), count);
  }
  return all;
}
