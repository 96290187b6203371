import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAlerts } from '../../../../../lib/browser/worker/alerts/alerts.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { readAlertMemory } from '../../../../../lib/history/alert-memory.ts';
import { createOwnHistory, type OwnHistory } from '../../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../../../../lib/history/rounds.ts';
import { someAlertSettings } from '../../../../helpers/alerts.ts';
import { someKeys } from '../../../../helpers/history.ts';
import { aRound, aServiceResult, aStanding } from '../../../../helpers/rounds.ts';

vi.mock(import('../../../../../lib/browser/worker/alerts/notifications.ts'), () => ({
  isAlertPermitted: async () => true,
}));

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ alerts: someAlertSettings() });
  keys = someKeys();
  history = createOwnHistory(keys);
});
afterEach(() => history.destroy());

async function recorded(ids: readonly string[]) {
  const round = aRound({ services: ids.map((id) => aServiceResult({ id })) });
  const standings = ids.map((service) => aStanding({ service }));
  await recordRound(await history.toWrite(), { round, standings, full: false });
  return { round, standings };
}

it('notes nothing of a service that was deleted since the round was recorded', async () => {
  const work = createPendingWork();
  const alerts = createAlerts(history, work);
  const round = await recorded(['chat', 'talk']);
  const alone = { idle: async () => undefined, isRunning: () => false, onChanged: () => undefined };
  const rewriting = createRewriting(history, keys, alone);
  await rewriting.note({ service: 'chat' });
  await rewriting.run();

  alerts.onRecorded(round);
  await work.done();

  expect((await readAlertMemory(await history.toRead()))?.known).toEqual({ talk: 'ok' });
});

it('makes no key for a history of which nothing was recorded', async () => {
  const work = createPendingWork();

  createAlerts(history, work).review();
  await work.done();

  expect(keys.saved).toEqual([]);
});
