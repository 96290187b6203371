import { createLimits } from '../../round/limits.ts';
import type { RoundTools } from '../../round/round-tools.ts';
import type { RoutingTools } from '../../round/route/route-tools.ts';
import { wait } from '../../round/wait.ts';
import { readCheckSettings } from '../check-settings.ts';
import { savesData } from '../connection.ts';
import { readCallServers } from '../settings.ts';
import { isOnline } from './network-changes.ts';
import { isPermitted } from './permissions.ts';
import type { WorkerProbes } from './probes.ts';
import { createRoutingTools } from './routing.ts';

/**
 * Between two handshakes with a host, in milliseconds. Chromium repeats a failed handshake once by itself,
 * Firefox up to nine times.
 */
export const restMs = import.meta.env.FIREFOX ? 2_000 : 1_000;

const connections = 8;

/** What rounds need of the outside world, in this browser. */
export function createRoundTools(
  probes: Omit<WorkerProbes, 'close'>,
): Omit<RoundTools, 'writeJournal'> & { routing: RoutingTools } {
  return {
    ...probes,
    limits: createLimits({ connections, restMs, clock: () => performance.now() }),
    now: () => new Date(),
    wait,
    isPermitted,
    isOnline,
    savesData,
    asksThroughDetour: async () => (await readCheckSettings()).askThroughDetour,
    callServers: readCallServers,
    routing: createRoutingTools(),
  };
}
