import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStoredPlaces } from '../../../../../lib/browser/worker/history/history-places.ts';
import { withKeys, withNotice } from '../../../../../lib/history/places.ts';
import { newKey } from '../../../../../lib/history/seal.ts';
import { dateAt } from '../../../../helpers/clock.ts';

vi.mock(import('../../../../../lib/browser/between-changes.ts'), () => ({
  betweenChanges: async (step) => step(),
}));
vi.mock(import('../../../../../lib/browser/worker/history/clear-storage.ts'), async (original) => ({
  ...(await original()),
  rewriteStorage: (without) => fakeBrowser.storage.local.remove([...without]),
}));

beforeEach(() => fakeBrowser.reset());

const aKey = () => ({ current: newKey(), former: null });

it('makes each change of what the one before has left, in the storage too', async () => {
  const places = createStoredPlaces(Promise.resolve());
  const keys = aKey();

  await Promise.all([
    places.change((before) => withNotice(before, 'lost', dateAt(0))),
    places.change((before) => withKeys(before, keys)),
    places.change((before) => withNotice(before, 'mended', dateAt(0))),
  ]);

  const expected = { current: { keys }, setAside: [{ why: 'lost' }, { why: 'mended' }] };
  expect(await places.places()).toMatchObject(expected);
  expect(await createStoredPlaces(Promise.resolve()).places()).toMatchObject(expected);
});

it('makes the next change though one fails', async () => {
  const places = createStoredPlaces(Promise.resolve());
  const keys = aKey();

  const failing = places.change(() => {
    throw new Error('no such place');
  });
  const after = places.change((before) => withKeys(before, keys));

  await expect(failing).rejects.toThrow('no such place');
  expect((await after).current.keys).toEqual(keys);
});

it('writes nothing where nothing is changed', async () => {
  const places = createStoredPlaces(Promise.resolve());

  await places.change((before) => before, { further: true });

  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

it('makes no change before all who have closed it allow them again', async () => {
  const places = createStoredPlaces(Promise.resolve());
  await Promise.all([places.close(async () => {}), places.close(async () => {})]);
  const change = () => places.change((before) => withKeys(before, aKey()));

  places.reopen();
  await expect(change()).rejects.toThrow('being deleted');

  places.reopen();
  await expect(change()).resolves.toBeDefined();
});

it('waits for a change under way before all is cleared, and makes none that waits', async () => {
  const places = createStoredPlaces(Promise.resolve());
  const steps: string[] = [];
  const first = places.change((before) => {
    steps.push('changed');
    return withKeys(before, aKey());
  });
  await Promise.resolve();

  const closing = places.close(async () => {
    steps.push('cleared');
    await fakeBrowser.storage.local.clear();
  });
  const late = places.change((before) => withKeys(before, aKey()));

  await expect(late).rejects.toThrow('being deleted');
  await Promise.all([first, closing]);
  expect(steps).toEqual(['changed', 'cleared']);
  expect(await places.read()).toEqual({ current: null, former: null });
  places.reopen();
  expect((await places.change((before) => withKeys(before, aKey()))).current.keys).toEqual({
    current: expect.any(String),
    former: null,
  });
});
