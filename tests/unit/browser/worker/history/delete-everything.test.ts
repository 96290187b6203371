import 'fake-indexeddb/auto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearAlarms } from '../../../../../lib/browser/worker/alarms.ts';
import { showBadge } from '../../../../../lib/browser/worker/alerts/badge.ts';
import { clearNotifications } from '../../../../../lib/browser/worker/alerts/notifications.ts';
import { clearStorage } from '../../../../../lib/browser/worker/history/clear-storage.ts';
import { deleteEverything } from '../../../../../lib/browser/worker/history/delete-everything.ts';
import { createStoredPlaces } from '../../../../../lib/browser/worker/history/history-places.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { forbidUploads } from '../../../../../lib/browser/worker/upload/upload-rules.ts';
import { createOwnHistory } from '../../../../../lib/history/own-history.ts';
import { createRewriting } from '../../../../../lib/history/rewriting/rewriting.ts';
import { recordRound } from '../../../../../lib/history/rounds.ts';
import { createQueue } from '../../../../../lib/steps/queue.ts';
import { alone } from '../../../../helpers/own-history.ts';
import { aRound } from '../../../../helpers/rounds.ts';

vi.mock(import('../../../../../lib/browser/worker/history/clear-storage.ts'), () => ({
  unclean: 'storageUnclean' as const,
  rewriteStorage: (without) => fakeBrowser.storage.local.remove([...without]),
  clearStorage: vi.fn(),
}));
vi.mock(import('../../../../../lib/browser/worker/alarms.ts'), () => ({ clearAlarms: vi.fn() }));
vi.mock(import('../../../../../lib/browser/worker/alerts/badge.ts'), () => ({
  showBadge: vi.fn(),
}));
vi.mock(import('../../../../../lib/browser/worker/alerts/notifications.ts'), () => ({
  clearNotifications: vi.fn(),
}));
vi.mock(import('../../../../../lib/browser/worker/upload/upload-rules.ts'), () => ({
  forbidUploads: vi.fn(),
}));

const { local } = fakeBrowser.storage;

/** Whether a key came into the storage after it was cleared. */
let isKeyBack: boolean;

/** What happens, in the deletion, once the storage was cleared for the first time. */
let onCleared: () => void | Promise<void>;

beforeEach(() => {
  isKeyBack = false;
  onCleared = () => undefined;
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
  const permissions = { getAll: async () => ({}), remove: async () => true };
  Object.assign(fakeBrowser, { permissions });
  vi.mocked(clearStorage).mockImplementation(async () => {
    await local.clear();
    local.onChanged.addListener((changes) => {
      isKeyBack ||= typeof changes.historyKey?.newValue === 'string';
    });
  });
});
afterEach(() => {
  vi.resetAllMocks();
  fakeBrowser.reset();
});

/** A worker with a history of a round, and what is noted to be left out of it. */
async function aWorker() {
  const enqueue = createQueue();
  const keys = createStoredPlaces(Promise.resolve());
  const history = createOwnHistory(keys);
  const work = createPendingWork();
  const finished = { round: aRound(), standings: [], full: false };
  await recordRound(await history.toWrite(), finished);
  const deletion = (): Promise<void> =>
    deleteEverything({
      controller: { cancel: () => false, idle: async () => undefined },
      indexing: { stop: () => undefined },
      uploads: { stop: async () => onCleared() },
      keys,
      history,
      work,
      enqueue,
    });
  return { keys, history, work, enqueue, deletion };
}

type Step = 'toRead' | 'change';

const moments: [string, (step: Step, changes: number) => boolean][] = [
  ['is about to begin under a new key', (step) => step === 'change'],
  ['moves records', (step, changes) => step === 'toRead' && changes === 1],
  ['is about to drop the old key', (step, changes) => step === 'change' && changes === 2],
];

it.each(moments)('ends a rewriting that %s, and keeps no key', async (_when, isMoment) => {
  const report = vi.spyOn(console, 'error').mockReturnValue();
  const { keys, history, work, deletion } = await aWorker();
  const cleared = Promise.withResolvers<void>();
  onCleared = cleared.resolve;
  let deleting: Promise<void> | undefined;
  let changes = 0;
  let stepsAfter = 0;
  async function take(step: Step): Promise<void> {
    if (step === 'change') changes += 1;
    if (deleting !== undefined) stepsAfter += 1;
    else if (isMoment(step, changes)) {
      deleting = deletion();
      await cleared.promise;
    }
  }
  const rewriting = createRewriting(
    { ...history, toRead: () => take('toRead').then(() => history.toRead()) },
    { ...keys, change: (change) => take('change').then(() => keys.change(change)) },
    alone,
  );
  await rewriting.note({ rounds: ['round-1'] });
  work.add(rewriting.run());

  await work.done();
  await deleting;

  expect(isKeyBack).toBe(false);
  expect(stepsAfter).toBeLessThan(2);
  expect(report).toHaveBeenCalledOnce();
  expect(await local.get()).toEqual({});
  expect(await indexedDB.databases()).toEqual([]);
});

it('makes no key for what is recorded meanwhile, and makes one afterwards', async () => {
  const { keys, history, deletion } = await aWorker();
  onCleared = () => expect(history.toWrite()).rejects.toThrow('deleted');

  await deletion();

  expect(isKeyBack).toBe(false);
  expect(await keys.read()).toEqual({ current: null, former: null });
  await history.toWrite();
  expect((await keys.read()).current).not.toBeNull();
  await history.destroy();
});

it('can be tried again where the storage cannot be cleared', async () => {
  const { keys, history, deletion } = await aWorker();
  vi.mocked(clearStorage).mockRejectedValueOnce(new Error('The disk is full.'));

  await expect(deletion()).rejects.toThrow('The disk is full.');
  await keys.change((before) => ({ ...before, setAside: [] }));
  await deletion();

  expect(isKeyBack).toBe(false);
  expect(await local.get()).toEqual({});
  await history.destroy();
});

it('goes on where an upload cannot be stopped', async () => {
  const { history, deletion } = await aWorker();
  onCleared = () => Promise.reject(new Error('The page does not close.'));
  const removed = vi.spyOn(fakeBrowser.permissions, 'remove');

  await expect(deletion()).rejects.toThrow('The page does not close.');

  expect(await indexedDB.databases()).toEqual([]);
  expect(clearStorage).toHaveBeenCalledTimes(2);
  expect(removed).toHaveBeenCalledOnce();
  expect(showBadge).toHaveBeenCalledExactlyOnceWith(null);
  await history.destroy();
});

it('takes each step where all fail, and tells of the first', async () => {
  const { keys, history, deletion } = await aWorker();
  const fail = (what: string) => () => Promise.reject(new Error(what));
  vi.mocked(clearStorage).mockImplementation(fail('The disk is full.'));
  onCleared = fail('The page does not close.');
  const destroying = vi.spyOn(history, 'destroy');
  const later = [
    vi.spyOn(fakeBrowser.storage.session, 'clear'),
    destroying,
    vi.mocked(forbidUploads),
    vi.mocked(clearAlarms),
    vi.mocked(clearNotifications),
    vi.spyOn(fakeBrowser.permissions, 'remove'),
    vi.mocked(showBadge),
  ];
  for (const step of later) step.mockImplementation(fail('It does not work.'));

  await expect(deletion()).rejects.toThrow('The disk is full.');

  expect(later.map((step) => step.mock.calls.length)).toEqual([2, 1, 1, 1, 1, 1, 1]);
  await keys.change((before) => ({ ...before, setAside: [] }));
  destroying.mockRestore();
  await history.destroy();
});

it('leaves nothing of what a policy writes that was being followed', async () => {
  const { enqueue, deletion } = await aWorker();
  const following = enqueue(async () => {
    // Many more than the deletion takes.
    for (let turns = 0; turns < 2_000; turns += 1) await nextTurn();
    await local.set({ checks: { agreed: true } });
  });

  await Promise.all([following, deletion()]);

  expect(await local.get()).toEqual({});
});
