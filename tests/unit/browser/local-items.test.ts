import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { localItems } from '../../../lib/browser/local-items.ts';
import { storedItem } from '../../../lib/browser/stored-item.ts';
import { clearStorage, recoverStorage } from '../../../lib/browser/worker/history/clear-storage.ts';

const { local } = fakeBrowser.storage;
const checks = storedItem<{ agreed: boolean }>('checks');

/** As Firefox answers where the file is damaged. */
const damaged = new Error('An unexpected error occurred');

/** As it is called here, without callbacks. */
type Area = Record<'get' | 'set' | 'remove' | 'clear', (...given: unknown[]) => Promise<unknown>>;

const real = { ...(local as unknown as Area) };

let elsewhere: Map<string, string>;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubEnv('FIREFOX', 'true');
  vi.spyOn(console, 'warn').mockReturnValue();
  elsewhere = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => elsewhere.get(name) ?? null,
    setItem: (name: string, text: string) => elsewhere.set(name, text),
    removeItem: (name: string) => elsewhere.delete(name),
  });
  await local.set({ checks: { agreed: true }, language: 'kk' });
  failures = 0;
  for (const name of ['get', 'set', 'remove', 'clear'] as const) {
    vi.spyOn(local as unknown as Area, name).mockImplementation(async (...given) => {
      if (failures === 0) return real[name](...given);
      failures -= 1;
      throw damaged;
    });
  }
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

/** What a worker does as it starts. */
async function startWorker(): Promise<void> {
  const started = recoverStorage();
  await vi.runAllTimersAsync();
  await started;
}

/** How many calls fail from now on. */
let failures: number;

it('uses the storage that the browser has for an extension, and leaves nothing elsewhere', async () => {
  await startWorker();
  await checks.write({ agreed: false });

  expect(await local.get('checks')).toEqual({ checks: { agreed: false } });
  expect(elsewhere.size).toBe(0);
});

it('begins with nothing, no yes either, where that cannot be read, and keeps what comes after', async () => {
  failures = Number.POSITIVE_INFINITY;

  await startWorker();
  expect(await checks.read()).toBeNull();
  await checks.write({ agreed: true });
  await startWorker();

  expect(await checks.read()).toEqual({ agreed: true });
});

it('stays with it where it fails for a moment', async () => {
  failures = 2;

  await startWorker();

  expect(await checks.read()).toEqual({ agreed: true });
  expect(elsewhere.size).toBe(0);
});

it('goes back to it once it can be read, unless the person has agreed meanwhile', async () => {
  failures = Number.POSITIVE_INFINITY;
  await startWorker();
  failures = 0;

  await startWorker();
  expect(await checks.read()).toEqual({ agreed: true });

  failures = Number.POSITIVE_INFINITY;
  await startWorker();
  await checks.write({ agreed: true });
  await storedItem('language').write('ru');
  failures = 0;
  await startWorker();
  expect(await storedItem('language').read()).toBe('ru');
});

it('reads, removes and clears as the other does', async () => {
  failures = Number.POSITIVE_INFINITY;
  await startWorker();
  const items = localItems(local);

  await items.set({ one: 1, two: 2, three: [3] });
  await items.remove('one');
  expect(await items.get(['one', 'three', 'four'])).toEqual({ three: [3] });
  expect(await items.get()).toEqual({ two: 2, three: [3] });
  await items.remove(['two']);
  expect(await items.get()).toEqual({ three: [3] });

  await clearStorage();
  expect(await localItems(local).get()).toEqual({});
  await checks.write({ agreed: false });
  expect(await checks.read()).toEqual({ agreed: false });
});

it('never asks for another in Chromium, whose worker has none', async () => {
  vi.stubEnv('FIREFOX', '');
  vi.stubGlobal('localStorage', undefined);

  expect(await checks.read()).toEqual({ agreed: true });
});
