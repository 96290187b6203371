import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { betweenChanges } from '../../../../../lib/browser/between-changes.ts';
import { saveLanguage } from '../../../../../lib/browser/language.ts';
import { saveLanguagePlainly } from '../../../../../lib/browser/page/language-at-once.ts';
import {
  clearStorage,
  recoverStorage,
  rewriteStorage,
} from '../../../../../lib/browser/worker/history/clear-storage.ts';
import { createStoredPlaces } from '../../../../../lib/browser/worker/history/history-places.ts';
import { withKeys } from '../../../../../lib/history/places.ts';

/** As it is called here, without callbacks. */
interface Area {
  get(): Promise<object>;
  set(items: object): Promise<void>;
  remove(item: string): Promise<void>;
  clear(): Promise<void>;
}

const local: Area = fakeBrowser.storage.local;

/** The file with the copy; null without one. */
let copy: string | null;

/** What comes while the file with the copy is written. */
let onWriting: () => Promise<void>;

beforeEach(async () => {
  // A text in tests, so that `false` counts as true.
  vi.stubEnv('FIREFOX', '');
  copy = null;
  onWriting = async () => undefined;
  const file = {
    getFile: async () => ({ text: async () => copy }),
    createWritable: async () => ({
      async write(text: string) {
        copy = text;
        await onWriting();
      },
      close: async () => undefined,
    }),
  };
  const folder = {
    async getFileHandle(_name: string, options?: object) {
      if (copy === null && options === undefined) throw new Error('no such file');
      return file;
    },
    async removeEntry() {
      copy = null;
    },
  };
  const { locks } = navigator;
  vi.stubGlobal('navigator', { locks, storage: { getDirectory: async () => folder } });
  // By this name pages call it.
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  await local.set({ checks: 'before', language: 'en', password: 'secret', storageUnclean: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('writes all anew but what is to go, and leaves no copy', async () => {
  const clear = vi.spyOn(local, 'clear');

  await rewriteStorage(['password']);

  expect(clear).toHaveBeenCalledOnce();
  expect(await local.get()).toEqual({ checks: 'before', language: 'en' });
  expect(copy).toBeNull();
});

it('clears all though the browser does not tell whether there is a copy', async () => {
  const getDirectory = () => Promise.reject(new Error('The disk is full.'));
  vi.stubGlobal('navigator', { locks: navigator.locks, storage: { getDirectory } });

  await expect(clearStorage()).rejects.toThrow('The disk is full.');

  expect(await local.get()).toEqual({});
});

it('keeps what others write and remove while the copy is made', async () => {
  await local.set({ gone: 'soon' });
  onWriting = async () => {
    await local.set({ language: 'ru', historyKey: 'new' });
    await local.remove('gone');
  };

  await rewriteStorage(['password']);

  expect(await local.get()).toEqual({ checks: 'before', language: 'ru', historyKey: 'new' });
});

it('keeps what others write once all is cleared', async () => {
  const clear = local.clear.bind(local);
  vi.spyOn(local, 'clear').mockImplementation(async () => {
    await clear();
    await local.set({ language: 'ru', historyKey: 'new' });
  });

  await rewriteStorage(['password']);

  expect(await local.get()).toEqual({ checks: 'before', language: 'ru', historyKey: 'new' });
});

it('leaves no moment between the last reading and the clearing', async () => {
  const get = local.get.bind(local);
  let isWritten = false;
  vi.spyOn(local, 'get').mockImplementation(async () => {
    const found = await get();
    if (copy !== null && !isWritten) {
      isWritten = true;
      await local.set({ historyKey: 'new' });
    }
    return found;
  });

  await rewriteStorage(['password']);

  expect(await local.get()).toEqual({ checks: 'before', language: 'en', historyKey: 'new' });
});

it.each([
  ['worker', saveLanguage],
  ['page that needs little', saveLanguagePlainly],
])(
  'keeps a language that a %s stores between the last reading and the last writing',
  async (_by, save) => {
    const get = local.get.bind(local);
    const clear = local.clear.bind(local);
    let saved: Promise<void> | undefined;
    let isCleared = false;
    vi.spyOn(local, 'clear').mockImplementation(async () => {
      await clear();
      isCleared = true;
    });
    vi.spyOn(local, 'get').mockImplementation(async () => {
      const found = await get();
      if (!isCleared || saved !== undefined) return found;
      saved = save('ru');
      // More than it would take, were it not to wait.
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
      return found;
    });

    await rewriteStorage(['password']);
    await saved;

    expect(await get()).toEqual({ checks: 'before', language: 'ru' });
  },
);

it('brings back what a worker that died had cleared, under what was written since', async () => {
  await local.clear();
  await local.set({ language: 'ru' });
  copy = JSON.stringify({ checks: 'before', language: 'en' });

  await recoverStorage();

  expect(await local.get()).toEqual({ checks: 'before', language: 'ru' });
  expect(copy).toBeNull();
});

it('writes where the history lies before or after, and not between', async () => {
  const writing = Promise.withResolvers<void>();
  onWriting = () => writing.promise;
  const places = createStoredPlaces(Promise.resolve());
  await places.places();

  const rewritten = betweenChanges(() => rewriteStorage([]));
  const changed = places.change((now) => withKeys(now, { current: 'new', former: null }));
  await nextTurn();
  const meanwhile = await local.get();
  writing.resolve();
  await Promise.all([rewritten, changed]);

  expect(meanwhile).not.toHaveProperty('historyKey');
  expect(await local.get()).toMatchObject({ historyKey: 'new', checks: 'before' });
});
