import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRestoring } from '../../../../../lib/browser/worker/history/restoring.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { followPolicy } from '../../../../../lib/browser/worker/settings/policy.ts';
import { createTelling } from '../../../../../lib/browser/worker/settings/tell-settings.ts';
import {
  changeCheckSettings,
  readCheckSettings,
} from '../../../../../lib/browser/worker/stored/check-settings.ts';
import type { HistorySwitch } from '../../../../../lib/model/history-switch.ts';
import { createQueue } from '../../../../../lib/steps/queue.ts';

vi.mock(import('../../../../../lib/browser/worker/checks/schedule.ts'), () => ({
  reschedule: vi.fn(),
  setStaggered: vi.fn(),
}));
vi.mock(import('../../../../../lib/browser/worker/settings/permissions.ts'), () => ({
  returnPermissions: vi.fn(),
}));

const { local, managed } = fakeBrowser.storage;

const request: HistorySwitch = {
  database: 'dozvon-new',
  key: 'key',
  end: { number: 0, mark: '' },
  settings: {
    checks: { keptDays: 7, discreet: true },
    routing: {},
    ownServices: [],
    language: 'ru',
  },
};

/** As they are asked here, without callbacks. */
interface Permissions {
  contains(some: object): Promise<boolean>;
}

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
  const permissions: Permissions = fakeBrowser.permissions;
  vi.spyOn(permissions, 'contains').mockResolvedValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

/** A worker whose restores take effect once `finish` is called. */
function aWorker() {
  const switching = Promise.withResolvers<void>();
  const controller = { idle: async () => undefined, progress: () => null };
  const enqueue = createQueue();
  const restore = createRestoring({
    controller,
    history: {
      async switchTo(_to, items) {
        await switching.promise;
        await local.set({ ...items });
        return true;
      },
    },
    work: createPendingWork(),
    onHistory: vi.fn(),
    tell: createTelling(vi.fn()),
    enqueue,
  });
  const settings = {
    organise: async (change: Parameters<typeof changeCheckSettings>[0]) =>
      (await changeCheckSettings(change)).after,
  };
  const look = followPolicy({ settings, uploads: { organise: vi.fn() }, enqueue });
  return { restore, look, finish: () => switching.resolve() };
}

it('lets no restored backup undo a policy that comes meanwhile', async () => {
  const { restore, look, finish } = aWorker();
  await look();

  const restored = restore(request);
  await managed.set({ keptDays: 30, language: 'fa', locked: ['keptDays', 'language'] });
  const looked = look();
  // More than a policy takes.
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  finish();
  await Promise.all([restored, looked]);

  expect(await readCheckSettings()).toMatchObject({
    keptDays: 30,
    discreet: true,
    organisation: { locked: ['keptDays', 'language'], problem: null },
  });
  expect(await local.get('language')).toEqual({ language: 'fa' });
});
