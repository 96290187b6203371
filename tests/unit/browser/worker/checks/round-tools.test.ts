import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WorkerProbes } from '../../../../../lib/browser/worker/probes/probes.ts';
import { createOwnHistory } from '../../../../../lib/history/own-history.ts';
import { someKeys } from '../../../../helpers/history.ts';

const engines = { Chromium: '', Firefox: 'true' };

/** The limits of a browser's own rounds. */
async function limitsIn(engine: keyof typeof engines) {
  vi.stubEnv('FIREFOX', engines[engine]);
  vi.resetModules();
  const { createRoundTools } = await import(
    '../../../../../lib/browser/worker/checks/round-tools.ts'
  );
  return createRoundTools({} as WorkerProbes, createOwnHistory(someKeys())).limits;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it.each(['Chromium', 'Firefox'] as const)(
  '%s has at most eight connections at once',
  async (engine) => {
    const limits = await limitsIn(engine);
    const asked: string[] = [];

    for (let number = 1; number <= 20; number += 1) {
      const host = `${number}.example`;
      void limits.run({ host, priority: 1 }, () => {
        asked.push(host);
        return new Promise(() => undefined);
      });
    }

    expect(asked).toHaveLength(8);
  },
);

it.each([
  ['Chromium', 1_000],
  ['Firefox', 2_000],
] as const)('%s greets a host again %i ms after the handshake before', async (engine, restMs) => {
  const limits = await limitsIn(engine);
  const again = vi.fn(async () => undefined);
  const request = { host: 'same.example', priority: 1 };

  await limits.run(request, async () => undefined);
  void limits.run(request, again);
  await vi.advanceTimersByTimeAsync(restMs - 1);
  expect(again).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);

  expect(again).toHaveBeenCalledOnce();
});
