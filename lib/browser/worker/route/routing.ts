import type { OwnHistory } from '../../../history/own-history.ts';
import { fullEveryMs } from '../../../model/plan.ts';
import type { RoutingTools } from '../../../round/route/route-tools.ts';
import { compareExits, type RememberedExit } from '../../../routing/compare-exits.ts';
import { compareWatchedExit, type WatchMemory } from '../../../routing/watch.ts';
import { storedItem } from '../../stored-item.ts';
import { timeZoneNow } from '../../time-zone.ts';
import { isRoutePermitted } from '../settings/permissions.ts';
import { readRoutingSettings } from '../stored/routing-settings.ts';
import { createHealthKeeper } from './landmark-health.ts';

/** Kept in memory, never on disk. */
const lastExit = storedItem<RememberedExit>('session', 'lastExit');

interface RememberedLook {
  isDetour: boolean;
  /** ISO 8601 UTC, the start of its round. */
  at: string;
}

const lastLook = storedItem<RememberedLook>('session', 'lastLook');

const lastWatch = storedItem<WatchMemory>('session', 'lastWatch');

const sameSince = storedItem<string>('session', 'routeSince');

/**
 * ISO 8601 UTC, since when nothing shows that traffic may have gone another way: the first round since the browser started,
 * or the latest that saw another exit.
 */
export async function routeSince(now: Date): Promise<string> {
  const at = now.toISOString();
  const since = await sameSince.read();
  // Later than now where the clock was set back.
  if (since !== null && since <= at) return since;
  await sameSince.write(at);
  return at;
}

/** What rounds need from this browser to infer the route. */
export function createRoutingTools(history: OwnHistory): RoutingTools {
  return {
    ...createHealthKeeper(history),
    isWanted: async () => (await readRoutingSettings()).showRouting && isRoutePermitted(),
    recordsExit: async () => (await readRoutingSettings()).recordExit,
    statedHome: async () => (await readRoutingSettings()).homeCountry,
    comparesCalls: async () => (await readRoutingSettings()).compareCalls,
    surroundings: () => ({
      timeZone: timeZoneNow(),
      languages: [...navigator.languages],
    }),
    async hasExitChanged(exit, at) {
      const before = await lastExit.read();
      const { changed, remembered } = await compareExits(before, exit, () => crypto.randomUUID());
      await lastExit.write(remembered);
      if (changed === true) await sameSince.write(at);
      return changed;
    },
    hasLooked: async () => (await lastExit.read()) !== null,
    noteDetour: (isDetour, at) => lastLook.write({ isDetour, at }),
    async sawDetour(at) {
      const look = await lastLook.read();
      if (look === null) return false;
      return look.isDetour && Math.abs(Date.parse(at) - Date.parse(look.at)) < fullEveryMs;
    },
    async watchExit(exit) {
      const before = { round: await lastExit.read(), watch: await lastWatch.read() };
      const { hasMoved, remembered } = await compareWatchedExit(before, exit, () =>
        crypto.randomUUID(),
      );
      await lastWatch.write(remembered);
      return { hasMoved, consecutiveMoves: remembered.consecutiveMoves };
    },
  };
}
