import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unclean } from '../../../../../lib/browser/worker/history/clear-storage.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { createUploads } from '../../../../../lib/browser/worker/upload/uploads.ts';
import { someUpload } from '../../../../helpers/upload-settings.ts';

const { local } = fakeBrowser.storage;
const { draft } = someUpload();
const other = { ...draft, url: 'https://another.example' };

beforeEach(async () => {
  await local.set({ upload: someUpload() });
});
afterEach(() => fakeBrowser.reset());

/** Uploads of a worker that dies as it closes the page that sends. */
function aDyingWorker() {
  return createUploads({
    places: { places: vi.fn() },
    page: { open: vi.fn(), close: () => Promise.reject(new Error('The worker died.')) },
    work: createPendingWork(),
    controller: { progress: () => null },
  });
}

it.each([
  ['is turned off', null],
  ['is another', other],
])(
  'has the next worker clear a password where the upload %s and this one died',
  async (_how, next) => {
    await expect(aDyingWorker().organise(next)).rejects.toThrow('died');

    const stored = await local.get();
    expect(stored.upload === undefined).toBe(next === null);
    expect(stored).toHaveProperty(unclean, true);
  },
);

it.each([
  ['stays the same', { upload: someUpload() }, draft],
  ['is turned on', {}, draft],
])('has nothing cleared where the upload %s', async (_how, before, next) => {
  await local.clear();
  await local.set(before);

  await aDyingWorker()
    .organise(next)
    .catch(() => undefined);

  expect(await local.get()).not.toHaveProperty(unclean);
});
