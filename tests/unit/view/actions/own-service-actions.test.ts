import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnServiceActions } from '../../../../lib/view/actions/own-service-actions.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { createStateHolder } from '../../../../lib/view/page/page-state.ts';

const draft = { name: 'Club', url: 'https://club.example.org/', contains: null };
const services = [{ id: 'own-1', name: 'Club', enabledByDefault: true, own: draft }];

function aPage(part: Partial<PageSources> = {}) {
  const calls: string[] = [];
  const sources = {
    requestSitePermission: async (url: string) => {
      calls.push(`permission ${url}`);
      return true;
    },
    addOwnService: async () => void calls.push('add'),
    removeOwnService: async (id: string) => void calls.push(`remove ${id}`),
    tryService: async () => ({ outcome: 'forbidden' }),
    readServices: async () => services,
    ...part,
  } as unknown as PageSources;
  const holder = createStateHolder(() => new Date(0), {
    language: 'en',
    reportedCosts: { savesData: false, cellular: false },
    isResearchBuild: false,
  });
  return { actions: createOwnServiceActions(sources, holder), state: holder.state, calls };
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('asks for the permission in the click, then adds the service and shows it', async () => {
  const { actions, calls, state } = aPage();

  actions.onAddService(draft);

  // Before anything was awaited.
  expect(calls).toEqual([`permission ${draft.url}`]);
  await expect.poll(() => state.value.services).toEqual(services);
  expect(calls).toEqual([`permission ${draft.url}`, 'add']);
});

it.each([
  ['refused', async () => false],
  [
    'not to be had',
    async () => {
      throw new Error('no prompt');
    },
  ],
])('adds it also where the permission is %s', async (_, requestSitePermission) => {
  const { actions, state } = aPage({ requestSitePermission });

  actions.onAddService(draft);

  await expect.poll(() => state.value.services).toEqual(services);
  expect(state.value.error).toBeNull();
});

it('removes it', async () => {
  const { actions, calls, state } = aPage();

  actions.onRemoveService('own-1');

  await expect.poll(() => state.value.services).toEqual(services);
  expect(calls).toEqual(['remove own-1']);
});

it('tries a site, with the permission asked first', async () => {
  const { actions, calls } = aPage();

  const asking = actions.onTryService(draft);

  expect(calls).toEqual([`permission ${draft.url}`]);
  expect(await asking).toEqual({ outcome: 'forbidden' });
});

it('shows that the worker does not answer', async () => {
  const tryService = async () => {
    throw new Error('the worker did not answer');
  };
  const { actions, state } = aPage({ tryService });

  expect(await actions.onTryService(draft)).toBeNull();
  expect(state.value.error).toBe('worker');
});
