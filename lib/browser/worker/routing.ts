import { storage } from '@wxt-dev/storage';
import type { RoutingTools } from '../../round/route/route-tools.ts';
import { compareExits, type RememberedExit } from '../../routing/compare-exits.ts';
import type { LandmarkHealth } from '../../routing/health.ts';
import { compareWatchedExit, type WatchMemory } from '../../routing/watch.ts';
import { betweenChanges } from '../check-settings.ts';
import { readRoutingSettings } from '../settings.ts';
import { timeZoneNow } from '../time-zone.ts';
import { isRoutePermitted } from './permissions.ts';

const health = storage.defineItem<LandmarkHealth[]>('local:landmarkHealth', { fallback: [] });

/** Kept in memory, never on disk. */
const lastExit = storage.defineItem<RememberedExit>('session:lastExit');

const lastWatch = storage.defineItem<WatchMemory>('session:lastWatch');

/** What rounds need from this browser to infer the route. */
export function createRoutingTools(): RoutingTools {
  return {
    isWanted: async () => (await readRoutingSettings()).showRouting && isRoutePermitted(),
    recordsExit: async () => (await readRoutingSettings()).recordExit,
    statedHome: async () => (await readRoutingSettings()).homeCountry,
    comparesCalls: async () => (await readRoutingSettings()).compareCalls,
    surroundings: () => ({
      timeZone: timeZoneNow(),
      languages: [...navigator.languages],
    }),
    async hasExitChanged(exit) {
      const before = await lastExit.getValue();
      const { changed, remembered } = await compareExits(before, exit, () => crypto.randomUUID());
      await lastExit.setValue(remembered);
      return changed;
    },
    async watchExit(exit) {
      const before = { round: await lastExit.getValue(), watch: await lastWatch.getValue() };
      const { hasMoved, remembered } = await compareWatchedExit(before, exit, () =>
        crypto.randomUUID(),
      );
      await lastWatch.setValue(remembered);
      return { hasMoved, consecutiveMoves: remembered.consecutiveMoves };
    },
    readHealth: () => health.getValue(),
    writeHealth: (next) => betweenChanges(() => health.setValue(next)),
  };
}
