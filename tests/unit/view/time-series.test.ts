import { expect, it } from 'vitest';
import { bucketOf } from '../../../lib/model/latency.ts';
import { timeSeries } from '../../../lib/view/time-series.ts';
import { buildBars } from './build-bars.ts';

it('leaves gaps where nothing was measured, oldest first', () => {
  const bars = buildBars(
    [{ tries: 4, failures: 1, times: { [bucketOf(100)]: 3 } }],
    [{ service: 'viber', tries: 50, failures: 50 }],
    [{ states: { blocked: 1 }, tries: 2, failures: 2 }],
    [{ states: { insufficient: 1 }, tries: 0 }],
  );

  const { at, median, slowest, failing } = timeSeries(bars, 'signal');

  expect(at.map((seconds) => new Date(seconds * 1000).toISOString().slice(11, 16))).toEqual([
    '00:30',
    '01:30',
    '02:30',
    '03:30',
  ]);
  expect(median[0]).toBeCloseTo(100, -1);
  expect(median.slice(1)).toEqual([null, null, null]);
  expect(slowest.slice(1)).toEqual([null, null, null]);
  expect(failing).toEqual([0.25, null, 1, null]);
});
