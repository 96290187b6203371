import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteLostRound } from '../../../../../lib/browser/lost-round.ts';
import { concludeRound } from '../../../../../lib/browser/worker/checks/round-outcome.ts';
import { planNext } from '../../../../../lib/browser/worker/checks/schedule.ts';

vi.mock(import('../../../../../lib/browser/lost-round.ts'), () => ({ noteLostRound: vi.fn() }));
vi.mock(import('../../../../../lib/browser/worker/checks/schedule.ts'), () => ({
  planNext: vi.fn(),
}));

const lost = { ended: null, failure: new Error('full') };

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('tells the end of a round only once its outcome is noted and the next one planned', async () => {
  const [noting, planning] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  vi.mocked(noteLostRound).mockReturnValue(noting.promise);
  vi.mocked(planNext).mockReturnValue(planning.promise);
  const tell = vi.fn();

  const concluded = concludeRound(lost, tell);
  noting.resolve();
  await nextTurn();
  expect(tell).not.toHaveBeenCalled();

  planning.resolve();
  await concluded;
  expect(tell).toHaveBeenCalledOnce();
  expect(planNext).toHaveBeenCalledExactlyOnceWith(null);
  expect(noteLostRound).toHaveBeenCalledExactlyOnceWith({ round: null });
});

it('tells it though the outcome cannot be noted, nor the next one planned', async () => {
  const broken = new Error('broken');
  vi.mocked(noteLostRound).mockRejectedValue(broken);
  vi.mocked(planNext).mockRejectedValue(broken);
  const tell = vi.fn();

  await concludeRound(lost, tell);

  expect(tell).toHaveBeenCalledOnce();
  expect(vi.mocked(console.error).mock.calls.filter(([said]) => said === broken)).toHaveLength(2);
});
