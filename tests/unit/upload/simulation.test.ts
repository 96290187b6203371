import { expect, it } from 'vitest';
import type { Reckoning } from '../../uploads/reckon.ts';
import { startSharedStub } from '../../uploads/shared-stub.ts';
import { simulateWeek } from '../../uploads/simulate-week.ts';

it('brings every record of a day of probes once, or counts it', { timeout: 120_000 }, async () => {
  const stub = await startSharedStub();
  const reckonings: Reckoning[] = [];
  try {
    for (let probe = 0; probe < 20; probe += 1) {
      reckonings.push(await simulateWeek({ probe, rounds: 96, seed: 1 }, stub));
    }
  } finally {
    await stub.close();
  }

  const sum = (name: 'delivered' | 'dropped' | 'gone' | 'again' | 'refused' | 'kills') =>
    reckonings.reduce((total, one) => total + one[name], 0);
  expect(reckonings.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(sum('delivered') + sum('dropped') + sum('gone')).toBe(20 * 96);
  // Otherwise nothing of all this was tried.
  for (const name of ['dropped', 'gone', 'again', 'refused', 'kills'] as const) {
    expect(sum(name), name).toBeGreaterThan(0);
  }
});
