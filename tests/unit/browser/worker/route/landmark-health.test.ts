import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createHealthKeeper } from '../../../../../lib/browser/worker/route/landmark-health.ts';
import { catalogFor } from '../../../../../lib/catalog/index.ts';
import { createOwnHistory, type OwnHistory } from '../../../../../lib/history/own-history.ts';
import { canaryOutcomes, updateLandmarkHealth } from '../../../../../lib/routing/health.ts';
import { someKeys } from '../../../../helpers/history.ts';

let keys: ReturnType<typeof someKeys>;
let history: OwnHistory;
beforeEach(() => {
  keys = someKeys();
  history = createOwnHistory(keys);
});
afterEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await history.destroy();
});

const { blockedCanaries } = catalogFor('RU');
/** As a round sees it whose traffic leaves abroad. */
const seen = updateLandmarkHealth(
  [],
  [canaryOutcomes(blockedCanaries.map(({ id }) => ({ id, isOpen: true })))],
);

it('is remembered, with nothing of it in the storage in clear text', async () => {
  const { readHealth, writeHealth } = createHealthKeeper(history);
  expect(await readHealth()).toEqual([]);

  await writeHealth(seen);

  expect(seen.length).toBeGreaterThan(1);
  expect(await createHealthKeeper(createOwnHistory(keys)).readHealth()).toEqual(seen);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

it('goes into the history from where earlier versions kept it, once', async () => {
  const { local } = fakeBrowser.storage;
  const { readHealth, writeHealth } = createHealthKeeper(history);
  await local.set({ landmarkHealth: seen, language: 'be' });

  expect(await readHealth()).toEqual(seen);
  expect(await local.get()).toEqual({ language: 'be' });

  await writeHealth([]);
  await local.set({ landmarkHealth: seen });
  expect(await readHealth()).toEqual([]);
  expect(await local.get()).toEqual({ language: 'be' });
});

it('counts as unknown where the history cannot be read or written', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const fails = () => Promise.reject(new Error('a full disk'));
  const { readHealth, writeHealth } = createHealthKeeper({
    ...history,
    toRead: fails,
    toWrite: fails,
  });

  expect(await readHealth()).toEqual([]);
  await writeHealth(seen);
  expect(warn).toHaveBeenCalledTimes(2);
});
