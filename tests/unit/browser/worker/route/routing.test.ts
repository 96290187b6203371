import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRoutingTools, routeSince } from '../../../../../lib/browser/worker/route/routing.ts';
import { createOwnHistory } from '../../../../../lib/history/own-history.ts';
import { at, dateAt } from '../../../../helpers/clock.ts';
import { someKeys } from '../../../../helpers/history.ts';
import { rewriteStorageSlowly } from '../../../../helpers/rewritten-storage.ts';

/** As they are asked here, without callbacks. */
interface Permissions {
  contains(some: object): Promise<boolean>;
}

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

it('looks at no route that the person hides, though the storage is written anew', async () => {
  const { local } = fakeBrowser.storage;
  const permissions: Permissions = fakeBrowser.permissions;
  vi.spyOn(permissions, 'contains').mockResolvedValue(true);
  await local.set({ routing: { showRouting: false } });
  const { rewritten, finish } = rewriteStorageSlowly();
  await nextTurn();

  const isWanted = createRoutingTools(createOwnHistory(someKeys())).isWanted();
  await nextTurn();
  finish();

  await rewritten;
  expect(await isWanted).toBe(false);
});

it.each([
  ['saw an exit', { country: 'RU', asn: 8402 }],
  ['learned nothing', { country: null, asn: null }],
])('knows that a round has looked, until the browser closes, though it %s', async (_case, exit) => {
  const tools = createRoutingTools(createOwnHistory(someKeys()));
  expect(await tools.hasLooked()).toBe(false);
  await tools.watchExit({ country: 'RU', asn: null });
  expect(await tools.hasLooked()).toBe(false);

  expect(await tools.hasExitChanged(exit, at(0))).toBeNull();
  expect(await tools.hasLooked()).toBe(true);

  await fakeBrowser.storage.session.clear();
  expect(await tools.hasLooked()).toBe(false);
});

it('knows what the last look showed, for six hours and until the browser closes', async () => {
  const tools = createRoutingTools(createOwnHistory(someKeys()));
  expect(await tools.sawDetour(at(0))).toBe(false);

  await tools.noteDetour(true, at(0));
  expect(await tools.sawDetour(at(6 * 3_600 - 1))).toBe(true);
  expect(await tools.sawDetour(at(6 * 3_600))).toBe(false);

  await tools.noteDetour(false, at(900));
  expect(await tools.sawDetour(at(1_800))).toBe(false);

  await tools.noteDetour(true, at(1_800));
  await fakeBrowser.storage.session.clear();
  expect(await tools.sawDetour(at(1_900))).toBe(false);
});

it('takes the route for the same since the first round after the browser started', async () => {
  expect(await routeSince(dateAt(0))).toBe(at(0));
  expect(await routeSince(dateAt(900))).toBe(at(0));

  await fakeBrowser.storage.session.clear();
  expect(await routeSince(dateAt(1_800))).toBe(at(1_800));
});

it('takes the route for the same since the round that saw another exit', async () => {
  const { hasExitChanged } = createRoutingTools(createOwnHistory(someKeys()));
  await routeSince(dateAt(0));

  await hasExitChanged({ country: 'RU', asn: 8402 }, at(0));
  await hasExitChanged({ country: 'RU', asn: null }, at(900));
  expect(await routeSince(dateAt(1_000))).toBe(at(0));

  await hasExitChanged({ country: 'RU', asn: 12389 }, at(1_800));
  expect(await routeSince(dateAt(1_900))).toBe(at(1_800));
});

it('knows nothing of the route before now where the clock was set back', async () => {
  await routeSince(dateAt(86_400));

  expect(await routeSince(dateAt(0))).toBe(at(0));
  expect(await routeSince(dateAt(900))).toBe(at(0));
});
