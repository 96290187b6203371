import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createForgetting } from '../../../../../lib/browser/worker/history/forgetting.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { createOwnHistory, type OwnHistory } from '../../../../../lib/history/own-history.ts';
import { recordRound } from '../../../../../lib/history/rounds.ts';
import { anAttempt } from '../../../../helpers/attempts.ts';
import { allRounds, someKeys } from '../../../../helpers/history.ts';
import { aRound, noCircumstances } from '../../../../helpers/rounds.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const noonMs = Date.parse('2026-03-01T12:00:00Z');

let history: OwnHistory;
beforeEach(() => {
  vi.useFakeTimers({ now: noonMs, toFake: ['Date'] });
  history = createOwnHistory(someKeys());
});
afterEach(async () => {
  await history.destroy();
  fakeBrowser.reset();
  vi.useRealTimers();
});

/** Recorded so many days ago, by a clock that a site has confirmed. */
async function record(...daysAgo: number[]): Promise<void> {
  const controls = [{ id: 'foreign', attempts: [anAttempt({ clockAheadDays: 0 })] }];
  for (const days of daysAgo) {
    const round = aRound({
      id: `${days} days ago`,
      startedAt: new Date(noonMs - days * dayMs).toISOString(),
      circumstances: { ...noCircumstances, controls },
    });
    await recordRound(await history.toWrite(), { round, standings: [], full: false });
  }
}

function aWorker() {
  const work = createPendingWork();
  const controller = { idle: async () => undefined, progress: () => null };
  const keys = {} as Parameters<typeof createForgetting>[0]['keys'];
  const forgetting = createForgetting(
    { history, keys, work },
    { controller, ready: Promise.resolve() },
    () => undefined,
  );
  return async (request?: { all: boolean }) => {
    forgetting.forgetOld(request);
    await work.done();
    return (await allRounds(await history.toRead())).map(({ id }) => id);
  };
}

it('looks again at once while there was something, and hours after there was not', async () => {
  await record(400, 300, 0);
  const forget = aWorker();

  expect(await forget()).toEqual(['300 days ago', '0 days ago']);
  expect(await forget()).toEqual(['0 days ago']);
  expect(await forget()).toEqual(['0 days ago']);
});

it.each([
  { hours: 1, stays: true },
  { hours: 5.9, stays: true },
  { hours: 6.1, stays: false },
  // A clock that was ahead must not end it for long.
  { hours: -6.1, stays: false },
])('after $hours h in which something grew old: it stays, $stays', async ({ hours, stays }) => {
  await record(179.9, 0);
  const forget = aWorker();
  await forget();
  await fakeBrowser.storage.local.set({ checks: { keptDays: 7 } });
  vi.setSystemTime(noonMs + hours * hourMs);

  expect(await forget()).toHaveLength(stays ? 2 : 1);
});

it('looks at once where the person asks', async () => {
  await record(20, 10, 0);
  const forget = aWorker();
  await forget();
  await fakeBrowser.storage.local.set({ checks: { keptDays: 7 } });

  expect(await forget({ all: true })).toEqual(['0 days ago']);
});
