import { expect, it } from 'vitest';
import { bucketOf } from '../../../lib/model/latency.ts';
import { serviceTimes } from '../../../lib/view/service-times.ts';
import { buildBars } from './build-bars.ts';

const fast = { [bucketOf(100)]: 3 };
const slow = { [bucketOf(1000)]: 1 };

it('add up all routes, newest first, without gaps and other services', () => {
  const bars = buildBars(
    [
      { states: { ok: 3 }, tries: 3, times: fast, mechanisms: { 'tls.reset': 1 } },
      { route: 'split', tries: 2, failures: 1, times: slow, mechanisms: { 'tls.reset': 2 } },
      { service: 'viber', tries: 50 },
    ],
    [],
    [{ states: { blocked: 1 }, tries: 4, failures: 4 }],
  );

  const [newest, oldest, ...more] = serviceTimes(bars, 'signal');

  expect(more).toEqual([]);
  expect(newest).toMatchObject({ counts: { blocked: 1 }, tries: 4, failures: 4, latency: null });
  expect(oldest).toMatchObject({
    counts: { ok: 4 },
    tries: 5,
    failures: 1,
    mechanisms: { 'tls.reset': 3 },
  });
  expect(oldest?.latency?.p50).toBeCloseTo(100, -1);
  expect(oldest?.latency?.p95).toBeGreaterThan(900);
});
