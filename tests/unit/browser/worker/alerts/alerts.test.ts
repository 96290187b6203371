import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAlerts } from '../../../../../lib/browser/worker/alerts/alerts.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { changeAlertMemory, readAlertMemory } from '../../../../../lib/history/alert-memory.ts';
import { createOwnHistory, type OwnHistory } from '../../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../../../../lib/history/rounds.ts';
import { aMemory, someAlertSettings, someNews } from '../../../../helpers/alerts.ts';
import { someKeys } from '../../../../helpers/history.ts';
import { alone } from '../../../../helpers/own-history.ts';
import { aRound, aServiceResult, aStanding } from '../../../../helpers/rounds.ts';
import { someSettings } from '../../../../helpers/settings.ts';

const notify = vi.hoisted(() =>
  vi.fn(async (_number: number, _shown: { message: string }) => undefined),
);
vi.mock(import('../../../../../lib/browser/worker/alerts/notifications.ts'), () => ({
  isAlertPermitted: async () => true,
  notify,
}));
vi.mock(import('../../../../../lib/browser/worker/alerts/badge-text.ts'), () => ({
  loadBadgeText: async (language: string) => ({
    language,
    t: (_id: string, values?: object) => JSON.stringify(values ?? {}),
  }),
}));

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ alerts: someAlertSettings() });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({} as never);
  notify.mockClear();
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

it.each([
  [
    'that was switched off',
    'telegram',
    { checks: someSettings({ services: { telegram: false } }) },
  ],
  ['of one’s own that was removed', 'own-gone', {}],
])('tells no news that waited of a service %s', async (_what, service, stored) => {
  const work = createPendingWork();
  const news = [
    someNews({ service, name: 'Gone' }),
    someNews({ service: 'whatsapp', name: 'WhatsApp' }),
  ];
  await changeAlertMemory(
    () => history.toWrite(),
    () => aMemory({ news }),
  );
  await fakeBrowser.storage.local.set({
    ...stored,
    alerts: someAlertSettings({ showsNames: true }),
  });

  createAlerts(history, work).review();
  await work.done();

  expect(notify.mock.calls.map(([, { message }]) => message)).toEqual([
    JSON.stringify({ names: ['WhatsApp'], count: 1 }),
  ]);
});
