import type { Bar } from '../model/bar.ts';
import { serviceTimes } from './service-times.ts';

/** A service over a span, as columns of the same length, oldest first; null where nothing was measured. */
export interface TimeSeries {
  /** Middle of each part of the span, in seconds since 1970. */
  at: number[];
  /** Times of successes in milliseconds. */
  median: (number | null)[];
  slowest: (number | null)[];
  /** Share of the connections that failed, from 0 to 1. */
  failing: (number | null)[];
}

export function timeSeries(bars: readonly Bar[], service: string): TimeSeries {
  const times = new Map(serviceTimes(bars, service).map((time) => [time.fromMs, time]));
  const measured = bars.map(({ fromMs }) => times.get(fromMs));
  return {
    at: bars.map(({ fromMs, toMs }) => (fromMs + toMs) / 2000),
    median: measured.map((time) => time?.latency?.p50 ?? null),
    slowest: measured.map((time) => time?.latency?.p95 ?? null),
    failing: measured.map((time) =>
      time === undefined || time.tries === 0 ? null : time.failures / time.tries,
    ),
  };
}
