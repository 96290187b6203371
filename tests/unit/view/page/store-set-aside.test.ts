import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDashboardActions } from '../../../../lib/view/actions/dashboard-actions.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { buildRound } from '../build-round.ts';
import { buildSources, fails, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const aside = { database: 'dozvon', why: 'damaged', at: '2026-03-01T12:00:00.000Z' } as const;

it('shows what was set aside though the history cannot be read, and has that looked into', async () => {
  const readHistory = vi.fn<PageSources['readHistory']>(fails);
  const mendHistory = vi.fn(async () => {
    readHistory.mockResolvedValue({ rounds: [], route: null });
  });
  const sources = buildSources({
    readHistory,
    readSetAside: async () => [aside],
    mendHistory,
  });
  const store = createPageStore(sources, settled);
  await store.open();

  await vi.waitFor(() => expect(store.state.value.setAside).toEqual([aside]));
  expect(mendHistory).not.toHaveBeenCalled();
  await store.refresh();

  expect(mendHistory).toHaveBeenCalledOnce();
  expect(store.state.value.error).toBeNull();
});

it('asks for nothing to be looked into where the history can be read', async () => {
  const mendHistory = vi.fn(async () => {});
  const store = createPageStore(buildSources({ mendHistory }), settled);
  await store.open();

  await store.refresh();

  expect(mendHistory).not.toHaveBeenCalled();
});

it('shows what was set aside before the page listened', async () => {
  const readSetAside = vi.fn<PageSources['readSetAside']>(async () => []);
  const store = createPageStore(buildSources({ readSetAside }), settled);
  await store.open();
  readSetAside.mockResolvedValue([aside]);

  await store.refresh();

  expect(store.state.value.setAside).toEqual([aside]);
});

it('deletes what was set aside, and saves it', async () => {
  let setAside = [aside];
  const saveSetAside = vi.fn(async () => {});
  const deleteSetAside = vi.fn(async () => {
    setAside = [];
  });
  const sources = buildSources({
    readSetAside: async () => setAside,
    saveSetAside,
    deleteSetAside,
  });
  const store = createPageStore(sources, settled);
  await store.open();

  const actions = createDashboardActions(sources, store.holder);
  actions.onSaveSetAside('dozvon');
  actions.onDeleteSetAside('dozvon');

  await vi.waitFor(() => expect(store.state.value.setAside).toEqual([]));
  expect(saveSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
  expect(deleteSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
});

it('shows an error where the last check could not be saved, until one was', async () => {
  const round = buildRound({ id: 'lost' });
  const readLostRound = vi.fn<PageSources['readLostRound']>(async () => ({ round }));
  const store = createPageStore(buildSources({ readLostRound }), settled);
  const ids = () => store.state.value.rounds.map(({ id }) => id);
  await store.open();

  await store.refresh();
  expect(store.state.value.error).toBe('unsaved');
  expect(ids(), 'shown all the same').toEqual(['lost', 'round-1']);
  await store.onHistory();
  expect(ids()).toEqual(['lost', 'round-1']);

  readLostRound.mockResolvedValue(null);
  await store.refresh();
  expect(store.state.value.error).toBeNull();
  expect(ids()).toEqual(['round-1']);
});
