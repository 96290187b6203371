import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { resume } from '../../../../lib/browser/worker/resume.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('resumes a round only once the page is closed that a dead worker has left', async () => {
  const closing = Promise.withResolvers<void>();
  const controller = { resume: vi.fn(async () => undefined) };

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
  const controller = { resume: vi.fn(() => Promise.reject(broken)) };

  await resume(controller, () => Promise.reject(broken));

  expect(controller.resume).toHaveBeenCalledOnce();
  expect(report.mock.calls).toEqual([[broken], ['Cannot resume:', broken]]);
});
