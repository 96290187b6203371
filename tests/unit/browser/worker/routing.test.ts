import '../../../helpers/fake-storage.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { betweenChanges } from '../../../../lib/browser/check-settings.ts';
import { createRoutingTools } from '../../../../lib/browser/worker/routing.ts';

afterEach(() => {
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
