import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rewriteStorage } from '../../../../../lib/browser/worker/history/clear-storage.ts';
import { createPendingWork } from '../../../../../lib/browser/worker/pending-work.ts';
import { forbidUploads } from '../../../../../lib/browser/worker/upload/upload-rules.ts';
import { createUploads } from '../../../../../lib/browser/worker/upload/uploads.ts';
import type { UploadDraft } from '../../../../../lib/settings/upload.ts';
import { deleteOutbox } from '../../../../../lib/upload/database.ts';
import { openOutbox } from '../../../../../lib/upload/outbox.ts';
import { at } from '../../../../helpers/clock.ts';
import { someOtlp, someUpload } from '../../../../helpers/upload-settings.ts';

vi.mock(import('../../../../../lib/browser/worker/upload/upload-rules.ts'), () => ({
  allowUpload: vi.fn(),
  forbidUploads: vi.fn(async () => undefined),
}));
vi.mock(import('../../../../../lib/browser/worker/history/clear-storage.ts'), async (original) => ({
  ...(await original()),
  rewriteStorage: vi.fn(async () => undefined),
}));

const { alarms, storage } = fakeBrowser;
const draft = someOtlp({ authorization: 'Bearer expired' });
const gatus: UploadDraft = {
  kind: 'gatus',
  url: 'https://status.example',
  group: 'home',
  authorization: 'expired',
};

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
});
afterEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  await deleteOutbox();
});

/** An upload with a check that waits, as the endpoint refuses the password; then it is another. */
async function change(before: UploadDraft, after: UploadDraft) {
  await storage.local.set({ upload: someUpload(before) });
  const outbox = await openOutbox();
  await outbox.add({ id: 'round-1', startedAt: at(0) });
  await outbox.settle([], (status) => ({
    ...status,
    delivered: 7,
    failures: 3,
    notBefore: at(3600),
    held: { logs: at(3600) },
  }));
  outbox.close();
  const work = createPendingWork();
  const uploads = createUploads({
    places: { places: vi.fn() },
    page: { open: vi.fn(), close: async () => undefined },
    work,
    controller: { progress: () => null },
  });
  await uploads.organise(after);
  await work.done();
  const now = await openOutbox();
  const [waiting, status] = [await now.waiting(), await now.status()];
  now.close();
  const { upload } = await storage.local.get('upload');
  return { waiting: waiting.map(({ id }) => id), status, upload };
}

describe('an upload with another password or encoding', () => {
  it.each([
    ['password', draft, { ...draft, authorization: 'Bearer new' }],
    ['encoding', draft, { ...draft, encoding: 'protobuf' } as const],
    ['password, to Gatus', gatus, { ...gatus, authorization: 'new' }],
  ])('goes on where it was, and is tried soon: %s', async (_what, before, after) => {
    const { waiting, status, upload } = await change(before, after);

    expect(upload).toEqual({ ...someUpload(before), draft: after });
    expect(waiting).toEqual(['round-1']);
    expect(status).toMatchObject({ delivered: 7, failures: 0, notBefore: null });
    expect(status.held ?? {}).toEqual({});
    expect(await alarms.get('upload')).toBeDefined();
  });

  it('leaves nothing of the former password', async () => {
    vi.mocked(rewriteStorage).mockClear();
    vi.mocked(forbidUploads).mockClear();

    await change(draft, { ...draft, authorization: 'Bearer new' });

    expect(JSON.stringify(await storage.local.get())).not.toContain('expired');
    expect(rewriteStorage).toHaveBeenCalledOnce();
    expect(forbidUploads).toHaveBeenCalledOnce();
  });
});

it.each([
  ['address', { ...draft, url: 'https://another.example' }],
  ['signals', { ...draft, signals: ['logs'] } as const],
  ['route', { ...draft, routing: true }],
  ['name of the network', { ...draft, label: 'Office' }],
  ['kind', gatus],
])('an upload with another %s begins anew', async (_what, after) => {
  const { waiting, status, upload } = await change(draft, after as UploadDraft);

  expect(waiting).toEqual([]);
  expect(status).toMatchObject({ delivered: 0 });
  expect(upload).not.toMatchObject({ instance: someUpload().instance });
});
