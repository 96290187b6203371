import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { betweenChanges } from '../../../../../lib/browser/check-settings.ts';
import { createRoutingTools } from '../../../../../lib/browser/worker/route/routing.ts';
import { rewriteStorageSlowly } from '../../../../helpers/rewritten-storage.ts';

/** As they are asked here, without callbacks. */
interface Permissions {
  contains(some: object): Promise<boolean>;
}

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('does not write how landmarks fare while the storage is written anew', async () => {
  const rewriting = Promise.withResolvers<void>();
  const rewritten = betweenChanges(() => rewriting.promise);
  const written = createRoutingTools().writeHealth([]);
  await nextTurn();
  expect(await fakeBrowser.storage.local.get()).toEqual({});

  rewriting.resolve();
  await Promise.all([rewritten, written]);
  expect(await fakeBrowser.storage.local.get()).toEqual({ landmarkHealth: [] });
});

it('looks at no route that the person hides, though the storage is written anew', async () => {
  const { local } = fakeBrowser.storage;
  const permissions: Permissions = fakeBrowser.permissions;
  vi.spyOn(permissions, 'contains').mockResolvedValue(true);
  await local.set({ routing: { showRouting: false } });
  const { rewritten, finish } = rewriteStorageSlowly();
  await nextTurn();

  const isWanted = createRoutingTools().isWanted();
  await nextTurn();
  finish();

  await rewritten;
  expect(await isWanted).toBe(false);
});

it.each([
  ['saw an exit', { country: 'RU', asn: 8402 }],
  ['learned nothing', { country: null, asn: null }],
])('knows that a round has looked, until the browser closes, though it %s', async (_case, exit) => {
  const tools = createRoutingTools();
  expect(await tools.hasLooked()).toBe(false);
  await tools.watchExit({ country: 'RU', asn: null });
  expect(await tools.hasLooked()).toBe(false);

  expect(await tools.hasExitChanged(exit)).toBeNull();
  expect(await tools.hasLooked()).toBe(true);

  await fakeBrowser.storage.session.clear();
  expect(await tools.hasLooked()).toBe(false);
});
