import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createUploadActions,
  type UploadSources,
} from '../../../../lib/view/actions/upload-actions.ts';
import { createStateHolder } from '../../../../lib/view/page/page-state.ts';
import { anUpload, anUploadState } from '../../../helpers/upload-states.ts';

const { draft, instance } = anUpload();

/** A page, a worker that keeps the upload, and a browser that answers its question. */
function aPage(part: Partial<UploadSources> = {}) {
  const calls: unknown[] = [];
  const upload = anUploadState();
  const sources: UploadSources = {
    readUpload: async () => upload,
    async requestAddresses() {
      calls.push('request');
      return true;
    },
    async changeUpload(...wanted) {
      calls.push(wanted);
    },
    previewUpload: async () => null,
    ...part,
  };
  const holder = createStateHolder(() => new Date(0), {
    language: 'en',
    reportedCosts: { savesData: false, cellular: false },
    isResearchBuild: false,
  });
  const actions = createUploadActions(sources, holder);
  return { actions, calls, holder, state: holder.state, upload };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('reads what is set', async () => {
  const { actions, state, upload } = aPage();

  actions.onReadUpload();

  await vi.waitFor(() => expect(state.peek().upload).toBe(upload));
});

it('leaves what is shown, and an error of the history, where only the outbox cannot be read', async () => {
  const unread = new Error('no outbox');
  const readUpload = vi.fn<UploadSources['readUpload']>().mockRejectedValueOnce(unread);
  const { actions, holder, state, upload } = aPage({ readUpload });
  holder.change({ upload });

  actions.onReadUpload();
  await vi.waitFor(() => expect(console.error).toHaveBeenCalledExactlyOnceWith(unread));
  expect(state.peek()).toMatchObject({ upload, error: null });

  holder.change({ error: 'history' });
  const read = anUploadState();
  readUpload.mockResolvedValueOnce(read);
  actions.onReadUpload();

  await vi.waitFor(() => expect(state.peek().upload).toBe(read));
  expect(state.peek().error).toBe('history');
});

it('asks the browser in the click, and turns the upload on after a yes', async () => {
  const { actions, calls, state } = aPage();

  actions.onUploadOn(draft, instance);

  expect(calls).toEqual(['request']);
  await vi.waitFor(() => expect(state.peek().upload).toBeDefined());
  expect(calls).toEqual(['request', [draft, instance]]);
});

it('turns nothing on after a no', async () => {
  const { actions, calls, state } = aPage({ requestAddresses: async () => false });

  actions.onUploadOn(draft, instance);

  await vi.waitFor(() => expect(state.peek().upload).toBeDefined());
  expect(calls).toEqual([]);
});

it('has the browser permit one that is on, and changes nothing', async () => {
  const { actions, calls, state } = aPage();

  actions.onPermitUpload(draft);

  expect(calls).toEqual(['request']);
  await vi.waitFor(() => expect(state.peek().upload).toBeDefined());
  expect(calls).toEqual(['request']);
});

it('turns it off', async () => {
  const { actions, calls, state } = aPage();

  actions.onUploadOff();

  await vi.waitFor(() => expect(state.peek().upload).toBeDefined());
  expect(calls).toEqual([[null]]);
});

it('says that the worker does not answer', async () => {
  const { actions, state } = aPage({
    async changeUpload() {
      throw new Error('no answer');
    },
  });

  actions.onUploadOff();

  await vi.waitFor(() => expect(state.peek().error).toBe('worker'));
});
