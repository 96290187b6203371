import type { Rollup } from './rollup.ts';

/** The spans of time that pages show. */
export type Span = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** One part of a span, which begins on a whole hour or at midnight, UTC. */
export interface Bar {
  /** Milliseconds since 1970; the second is not in it. */
  fromMs: number;
  toMs: number;
  /** One for each service and route; none where nothing was checked. */
  rollups: Rollup[];
}
