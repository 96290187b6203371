import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ServiceChoice } from '../../../../lib/settings/wanted-services.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { buildProgress } from '../build-round.ts';
import { aHistory, buildSources, fails, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const progress = buildProgress([{}]);

it('opens from the history without asking the worker', async () => {
  const readProgress = vi.fn(async () => null);
  const store = createPageStore(buildSources({ readProgress }), settled);

  await store.open();

  expect(store.state.value.rounds).toHaveLength(1);
  expect(readProgress).not.toHaveBeenCalled();
});

it('catches up with what has changed before it could hear of changes', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const readSettings = vi.fn(buildSources().readSettings);
  const store = createPageStore(buildSources({ readHistory, readSettings }), settled);
  await store.open();
  readHistory.mockResolvedValue(aHistory({ id: 'round-2' }));
  const before = await buildSources().readSettings();
  const checkSettings = { ...before.checkSettings, everyMinutes: 60 } as const;
  readSettings.mockResolvedValue({ ...before, checkSettings });

  await store.follow();

  expect(store.state.value).toMatchObject({ rounds: [{ id: 'round-2' }], checkSettings });
});

it('shows an error where the history cannot be read', async () => {
  const store = createPageStore(buildSources({ readHistory: fails }), settled);

  await store.open();

  expect(store.state.value.error).toBe('history');
});

it('keeps its data where the worker does not answer, and recovers', async () => {
  const readProgress = vi.fn<PageSources['readProgress']>(fails);
  const store = createPageStore(buildSources({ readProgress }), settled);
  await store.open();

  await store.refresh();
  expect(store.state.value).toMatchObject({ error: 'worker', rounds: [{ id: 'round-1' }] });

  readProgress.mockResolvedValue(progress);
  await store.refresh();
  expect(store.state.value).toMatchObject({ error: null, progress });
});

it('shows a round as running once it has started', async () => {
  const store = createPageStore(buildSources({ readProgress: async () => progress }), settled);

  store.actions.onCheck();

  await vi.waitFor(() => expect(store.state.value.progress).toBe(progress));
});

it('keeps a round that began while the page asked about other things', async () => {
  const services = Promise.withResolvers<ServiceChoice[]>();
  const readProgress = vi.fn<PageSources['readProgress']>(async () => null);
  const readServices = () => services.promise;
  const store = createPageStore(buildSources({ readProgress, readServices }), settled);
  const refreshing = store.refresh();
  readProgress.mockResolvedValue(progress);
  await store.onProgress(progress);

  services.resolve([]);
  await refreshing;

  expect(store.state.value.progress).toBe(progress);
});

it('keeps a round that began while the page asked whether one runs', async () => {
  const answer = Promise.withResolvers<null>();
  const readProgress = vi.fn(() => answer.promise);
  const store = createPageStore(buildSources({ readProgress }), settled);
  const refreshing = store.refresh();
  await vi.waitFor(() => expect(readProgress).toHaveBeenCalled());
  await store.onProgress(progress);

  answer.resolve(null);
  await refreshing;

  expect(store.state.value.progress).toBe(progress);
});

it('reads the history again when a round ends', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const store = createPageStore(buildSources({ readHistory }), settled);
  await store.onProgress(progress);
  readHistory.mockResolvedValue(aHistory({ id: 'round-2' }));

  await store.onProgress(null);

  expect(store.state.value).toMatchObject({ progress: null, rounds: [{ id: 'round-2' }] });
});

it('takes a round for over once its states are recorded, though its labels may deepen', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const judged = { ...progress, judged: true as const };
  const sources = buildSources({ readHistory, readProgress: async () => judged });
  const store = createPageStore(sources, settled);
  await store.onProgress(progress);
  readHistory.mockResolvedValue(aHistory({ id: 'round-2' }));

  await store.onProgress(judged);

  expect(store.state.value).toMatchObject({ progress: null, rounds: [{ id: 'round-2' }] });
});

it('asks again while a round runs, since the worker may have died', async () => {
  const store = createPageStore(buildSources(), settled);
  await store.onProgress(progress);

  await store.tick();

  expect(store.state.value.progress).toBeNull();
});

it('reads the history again once it has changed', async () => {
  const readHistory = vi.fn(async () => aHistory());
  const store = createPageStore(buildSources({ readHistory }), settled);
  await store.open();
  readHistory.mockResolvedValue({ rounds: [], route: null });

  await store.onHistory();

  expect(store.state.value.rounds).toEqual([]);
});

it('shows the round that the yes has started', async () => {
  const readProgress = async () => progress;
  const store = createPageStore(buildSources({ readProgress }), settled);

  store.actions.onAgree(true);

  await vi.waitFor(() => expect(store.state.value.progress).toBe(progress));
  expect(store.state.value.checkSettings.agreed).toBe(true);
});
