import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createOwnServicesKeeper } from '../../../../../lib/browser/worker/settings/own-services.ts';
import { readOwnServices } from '../../../../../lib/browser/worker/stored/own-services.ts';
import type { ServiceProgress } from '../../../../../lib/model/progress.ts';
import { at } from '../../../../helpers/clock.ts';

const own = { id: 'own-forum', name: 'Forum', url: 'https://forum.example/', contains: null };

beforeEach(async () => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
  const permissions = { getAll: async () => ({}), remove: async () => true };
  Object.assign(fakeBrowser, { permissions });
  await fakeBrowser.storage.local.set({ ownServices: [own] });
});
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

function asked(id: string): ServiceProgress {
  const seen = { reached: 0, probed: 0, total: 1 };
  return { id, name: id, stage: 'waiting', word: null, ...seen };
}

it.each([
  ['asks it', [asked('chat'), asked('own-forum')], 1],
  ['asks others', [asked('chat')], 0],
  ['is still being planned', [], 1],
  ['is not running', null, 0],
])('removes a service, and ends the round that %s', async (_which, services, times) => {
  const cancel = vi.fn<() => boolean>(() => true);
  const running = services && {
    roundId: 'round-1',
    trigger: 'schedule' as const,
    startedAt: at(0),
    services,
  };
  const keeper = createOwnServicesKeeper({ progress: () => running, cancel }, vi.fn());

  await keeper.remove(own.id);

  expect(await readOwnServices()).toEqual([]);
  expect(cancel).toHaveBeenCalledTimes(times);
});
