import type { Bar } from '../../../lib/model/bar.ts';
import type { Rollup } from '../../../lib/model/rollup.ts';

export function buildRollup(part: Partial<Rollup> = {}): Rollup {
  return {
    service: 'signal',
    route: 'direct',
    states: { ok: 1 },
    mechanisms: {},
    tries: 1,
    failures: 0,
    times: {},
    roles: {},
    ...part,
  };
}

const hourMs = 60 * 60 * 1000;

/** An hour each. */
export function buildBars(...rollups: Partial<Rollup>[][]): Bar[] {
  const beginMs = Date.parse('2026-03-01T00:00:00.000Z');
  return rollups.map((some, index) => ({
    fromMs: beginMs + index * hourMs,
    toMs: beginMs + (index + 1) * hourMs,
    rollups: some.map(buildRollup),
  }));
}
