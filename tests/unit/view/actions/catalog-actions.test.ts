import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCatalogActions } from '../../../../lib/view/actions/catalog-actions.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createStateHolder } from '../../../../lib/view/page/page-state.ts';
import { aCatalogPreview } from '../../../helpers/catalog-preview.ts';

const services = [{ id: 'chat', name: 'Chat', enabledByDefault: true }];
const catalog = { version: '2026-12-01', reviewed: '2026-11-30', fromFile: true };
const opened = { text: '{}', permissions: ['https://chat.example.org/*'] };

function aPage(part: Partial<PageSources> = {}) {
  const calls: string[] = [];
  const sources = {
    requestHosts: async (patterns: readonly string[]) => {
      calls.push(`permission ${patterns.join()}`);
      return true;
    },
    previewCatalog: async () => aCatalogPreview(),
    useCatalog: async (text: string) => void calls.push(`use ${text}`),
    useBuiltInCatalog: async () => void calls.push('back'),
    readCatalog: async () => catalog,
    readServices: async () => services,
    ...part,
  } as unknown as PageSources;
  const holder = createStateHolder(() => new Date(0), {
    language: 'en',
    reportedCosts: { savesData: false, cellular: false },
    isResearchBuild: false,
  });
  return { actions: createCatalogActions(sources, holder), state: holder.state, calls };
}

const fails = async (): Promise<never> => {
  throw new Error('broken');
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('asks for the permission in the click, then uses the file and shows what changed', async () => {
  const { actions, calls, state } = aPage();

  const using = actions.onUseCatalog(opened);

  // Before anything was awaited.
  expect(calls).toEqual(['permission https://chat.example.org/*']);
  expect(await using).toBe('used');
  expect(calls).toEqual(['permission https://chat.example.org/*', 'use {}']);
  expect(state.value).toMatchObject({ catalog, services });
});

it('uses nothing of the file where the permission is refused', async () => {
  const { actions, calls, state } = aPage({ requestHosts: async () => false });

  expect(await actions.onUseCatalog(opened)).toBe('unpermitted');
  expect(calls).toEqual([]);
  expect(state.value.catalog).toBeNull();
});

it.each(['requestHosts', 'useCatalog'] as const)('says where it fails: %s', async (name) => {
  const { actions, state } = aPage({ [name]: fails });

  expect(await actions.onUseCatalog(opened)).toBe('failed');
  expect(state.value.catalog).toBeNull();
});

it('looks at a file', async () => {
  const { actions, state } = aPage();

  expect(await actions.onPreviewCatalog('{}')).toEqual(aCatalogPreview());
  expect(state.value.error).toBeNull();
});

it('shows that the worker does not answer', async () => {
  const { actions, state } = aPage({ previewCatalog: fails });

  expect(await actions.onPreviewCatalog('{}')).toBeNull();
  expect(state.value.error).toBe('worker');
});

it('goes back to the catalogue that is built in', async () => {
  const { actions, calls, state } = aPage();

  actions.onBuiltInCatalog();

  await expect.poll(() => state.value.catalog).toEqual(catalog);
  expect(calls).toEqual(['back']);
});
