import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { usualChoices } from '../../../../lib/view/export-choices.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { buildSources, fails, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it.each<[boolean, Partial<PageSources>, string]>([
  [true, { readHistory: fails }, 'unsaved'],
  [false, { readHistory: fails }, 'history'],
  [true, { readProgress: fails }, 'worker'],
])('where the last check was lost (%s) and %o, says "%s"', async (lost, part, error) => {
  const readLostRound = async () => (lost ? { round: null } : null);
  const sources = buildSources({ readLostRound, ...part });
  const store = createPageStore(sources, settled);
  await store.open();

  await store.refresh();

  expect(store.state.value.error).toBe(error);
});

it('shows an error where the export fails', async () => {
  const store = createPageStore(buildSources({ saveExport: fails }), settled);

  store.actions.onExport(usualChoices);

  await vi.waitFor(() => expect(store.state.value.error).toBe('export'));
});

it.each([
  ['shown, and ticked', true, true, true],
  ['shown, and not ticked', true, false, false],
  ['hidden, though ticked', false, true, false],
])('a route that is %s', async (_case, showRouting, route, routing) => {
  const saveExport = vi.fn(async () => {});
  const routingSettings = { ...defaultRoutingSettings, showRouting };
  const readSettings = async () => ({ checkSettings: someSettings(), routingSettings });
  const store = createPageStore(buildSources({ saveExport, readSettings }), settled);
  await store.open();

  store.actions.onExport({ ...usualChoices, route });

  const options = expect.objectContaining({ routing, addresses: false });
  expect(saveExport).toHaveBeenCalledWith(
    expect.objectContaining({ format: 'csv', options }),
    expect.anything(),
  );
});

it('exports the addresses of servers where that is ticked', async () => {
  const saveExport = vi.fn(async () => {});
  const store = createPageStore(buildSources({ saveExport }), settled);

  store.actions.onExport({ ...usualChoices, addresses: true });

  const options = expect.objectContaining({ routing: false, addresses: true });
  expect(saveExport).toHaveBeenCalledWith(
    expect.objectContaining({ format: 'csv', options }),
    expect.anything(),
  );
});

it('shows how far a file is, makes one at a time, and none after a cancellation', async () => {
  const seen: AbortSignal[] = [];
  const saveExport: PageSources['saveExport'] = async (_request, { signal, onProgress }) => {
    seen.push(signal);
    onProgress({ done: 2, total: 5 });
    await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  const store = createPageStore(buildSources({ saveExport }), settled);

  store.actions.onExport(usualChoices);
  store.actions.onExport(usualChoices);
  expect(store.state.value.exporting).toEqual({ done: 2, total: 5 });
  expect(seen).toHaveLength(1);
  store.actions.onCancelExport();

  await vi.waitFor(() => expect(store.state.value.exporting).toBeNull());
  expect(store.state.value.error).toBeNull();
  store.actions.onExport(usualChoices);
  expect(seen.map(({ aborted }) => aborted)).toEqual([true, false]);
});
