import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unclean } from '../../../../../lib/browser/worker/history/clear-storage.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { createUploads } from '../../../../../lib/browser/worker/upload/uploads.ts';
import type { CheckSettings } from '../../../../../lib/settings/check-settings.ts';
import type { UploadSettings } from '../../../../../lib/settings/upload.ts';
import { anOrganisation, someSettings } from '../../../../helpers/settings.ts';
import { someOtlp, someUpload } from '../../../../helpers/upload-settings.ts';

const { local } = fakeBrowser.storage;
const { draft } = someUpload();
const other = { ...draft, url: 'https://another.example' };

beforeEach(async () => {
  await local.set({ upload: someUpload() });
});
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

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

/** Uploads of a worker that lives. */
function someUploads(open: () => Promise<void> = async () => undefined) {
  return createUploads({
    places: { places: vi.fn() },
    page: { open, close: async () => undefined },
    work: createPendingWork(),
    controller: { progress: () => null },
  });
}

const instanceNow = async () => ((await local.get('upload')).upload as UploadSettings).instance;

describe('the random id', () => {
  const shown = '0b1c6d5e-2f3a-4b5c-8d7e-9f0a1b2c3d4e';
  beforeEach(() => local.clear());

  it('is the one that a preview has shown', async () => {
    await someUploads().change({ upload: draft, instance: shown });

    expect(await instanceNow()).toBe(shown);
  });

  it('stays with an upload that is on as it is', async () => {
    const uploads = someUploads();
    await uploads.change({ upload: draft, instance: shown });
    await uploads.change({ upload: draft, instance: someUpload().instance });

    expect(await instanceNow()).toBe(shown);
  });

  it('is drawn anew where nothing was shown', async () => {
    const drawn: string[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      await local.clear();
      await someUploads().change({ upload: draft });
      drawn.push(await instanceNow());
    }

    expect(new Set(drawn).size).toBe(2);
    expect(drawn.every((one) => v.is(v.pipe(v.string(), v.uuid()), one))).toBe(true);
  });
});

/** Uploads where an organisation has locked the label. */
async function withLockedLabel() {
  const organisation = anOrganisation({ label: 'Office 3', locked: ['label'] });
  await local.set({ checks: someSettings({ organisation }) });
  return someUploads();
}

it.each([someOtlp({ label: 'Mine' }), someOtlp()])(
  'is not turned on with another label than the one that is locked: $label',
  async (wanted) => {
    const uploads = await withLockedLabel();

    await expect(uploads.change({ upload: wanted })).rejects.toThrow(
      `label: found ${JSON.stringify(wanted.label)}, allowed: what the organisation has set`,
    );
    expect(await local.get('upload')).toEqual({ upload: someUpload() });
  },
);

it.each([
  ['OTLP with the label that is locked', someOtlp({ label: 'Office 3' })],
  ['Gatus', { kind: 'gatus', url: 'https://a.example', group: 'a', authorization: null } as const],
])('is turned on where a label is locked: %s', async (_what, wanted) => {
  await local.remove('upload');
  const uploads = await withLockedLabel();

  await uploads.change({ upload: wanted });

  expect(await local.get('upload')).toMatchObject({ upload: { draft: wanted } });
});

it.each<[string, Partial<CheckSettings>, number]>([
  ['after the yes', {}, 1],
  ['where a yes is gone, as with the policy that it came by', { agreed: false }, 0],
  ['while checks are paused', { pausedUntil: 'resumed' }, 0],
])('sends what waits %s (%j): %i times', async (_when, settings, times) => {
  const permissions: { contains(some: object): Promise<boolean> } = fakeBrowser.permissions;
  vi.spyOn(permissions, 'contains').mockResolvedValue(true);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Dozvon',
    version: '1',
  });
  await local.set({ checks: someSettings(settings) });
  const open = vi.fn(async () => undefined);

  await someUploads(open).send();

  expect(open).toHaveBeenCalledTimes(times);
});
