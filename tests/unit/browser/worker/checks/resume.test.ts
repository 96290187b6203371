import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clearAlarm } from '../../../../../lib/browser/worker/alarms.ts';
import { resume } from '../../../../../lib/browser/worker/checks/resume.ts';
import type { RoundProgress } from '../../../../../lib/model/progress.ts';
import { at } from '../../../../helpers/clock.ts';

vi.mock(import('../../../../../lib/browser/worker/alarms.ts'), () => ({ clearAlarm: vi.fn() }));

function aController(run: () => Promise<void>, progress: RoundProgress | null = null) {
  return { resume: vi.fn(run), progress: () => progress };
}

beforeEach(() => {
  vi.mocked(clearAlarm).mockReset().mockResolvedValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('resumes a round only once the page is closed that a dead worker has left', async () => {
  const closing = Promise.withResolvers<void>();
  const controller = aController(async () => undefined);

  const resumed = resume(controller, () => closing.promise);
  await nextTurn();
  expect(controller.resume).not.toHaveBeenCalled();

  closing.resolve();
  await resumed;
  expect(controller.resume).toHaveBeenCalledOnce();
});

it('resumes a round though the page cannot be closed, and never rejects', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = new Error('broken');
  const controller = aController(() => Promise.reject(broken));
  vi.mocked(clearAlarm).mockRejectedValueOnce(broken);

  await resume(controller, () => Promise.reject(broken));

  expect(controller.resume).toHaveBeenCalledOnce();
  expect(report.mock.calls).toEqual([[broken], ['Cannot resume:', broken], [broken]]);
});

it('wakes the worker no more where no round is left to watch', async () => {
  const resuming = Promise.withResolvers<void>();

  const resumed = resume(
    aController(() => resuming.promise),
    async () => undefined,
  );
  await nextTurn();
  expect(clearAlarm).not.toHaveBeenCalled();
  resuming.resolve();
  await resumed;

  expect(clearAlarm).toHaveBeenCalledExactlyOnceWith('watchdog');
});

it('goes on watching over a round that runs', async () => {
  const progress = { roundId: 'a', trigger: 'manual' as const, startedAt: at(0), services: [] };

  await resume(
    aController(async () => undefined, progress),
    async () => undefined,
  );

  expect(clearAlarm).not.toHaveBeenCalled();
});
