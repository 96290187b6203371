import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepWatch, look } from '../../../../../lib/browser/worker/route/route-watch.ts';
import type { RoundController } from '../../../../../lib/round/controller.ts';
import type { RoutingTools } from '../../../../../lib/round/route/route-tools.ts';
import type { WatchDependencies } from '../../../../../lib/round/route/watch-route.ts';
import type { CheckSettings } from '../../../../../lib/settings/check-settings.ts';
import { anObservation, bytesOf } from '../../../../helpers/observations.ts';
import { someSettings } from '../../../../helpers/settings.ts';

/** A browser whose traffic leaves where it did, and what it asks. */
async function aBrowser(settings: Partial<CheckSettings> = {}) {
  await fakeBrowser.storage.local.set({ checks: someSettings(settings) });
  const probe = vi.fn<WatchDependencies['probe']>(async () =>
    anObservation({ httpStatus: 200, body: bytesOf('ip=185.65.134.9\nloc=NL\n') }),
  );
  const routing: Partial<RoutingTools> = {
    isWanted: async () => true,
    readHealth: async () => [{ id: 'trace', answered: true, silentRounds: 0 }],
    watchExit: async () => ({ hasMoved: false, consecutiveMoves: 0 }),
  };
  const dependencies: WatchDependencies = {
    catalog: {
      echoes: [
        {
          id: 'trace',
          group: 'foreign',
          url: 'https://trace.example/',
          reads: { format: 'lines', address: 'ip', country: 'loc' },
        },
      ],
      networks: [],
    },
    probe,
    isPermitted: async () => true,
    isOnline: () => true,
    savesData: () => false,
    routing: routing as RoutingTools,
  };
  const controller = { progress: () => null } as RoundController;
  return {
    probe,
    opensPopup: () => look(controller, dependencies),
    watches: () => keepWatch(controller, dependencies),
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
});

it('asks once when the popup opens, and not again within 45 s', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 11, 1), toFake: ['Date'] });
  const { probe, opensPopup } = await aBrowser();

  await opensPopup();
  vi.setSystemTime(Date.now() + 44_999);
  await opensPopup();
  expect(probe).toHaveBeenCalledOnce();

  vi.setSystemTime(Date.now() + 1);
  await opensPopup();
  expect(probe).toHaveBeenCalledTimes(2);
});

it.each<[string, Partial<CheckSettings>]>([
  ['before the yes', { agreed: false }],
  ['while checks are paused', { pausedUntil: 'resumed' }],
  ['where checks run only by hand', { everyMinutes: null }],
  ['where a change is to start no check', { onNetworkChange: false }],
])('asks nothing %s', async (_when, settings) => {
  const { probe, opensPopup, watches } = await aBrowser({ watchRoute: true, ...settings });

  await opensPopup();
  await watches();

  expect(probe).not.toHaveBeenCalled();
});

it.each([
  [true, 1],
  [false, 0],
])('asks by its alarm only where the watch is on (%s)', async (watchRoute, times) => {
  const { probe, watches } = await aBrowser({ watchRoute });

  await watches();

  expect(probe).toHaveBeenCalledTimes(times);
});
