import type { OwnHistory } from '../../../history/own-history.ts';
import { createLimits } from '../../../round/limits.ts';
import type { RoundTools } from '../../../round/round-tools.ts';
import type { RoutingTools } from '../../../round/route/route-tools.ts';
import { wait } from '../../../round/wait.ts';
import { savesData } from '../../connection.ts';
import type { WorkerProbes } from '../probes/probes.ts';
import { createRoutingTools } from '../route/routing.ts';
import { isPermitted } from '../settings/permissions.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { readCallServers } from '../stored/routing-settings.ts';
import { isOnline } from './network-changes.ts';

/**
 * Between two handshakes with a host, in milliseconds. Chromium repeats a failed handshake once by itself,
 * Firefox up to nine times.
 */
export const restMs = import.meta.env.FIREFOX ? 2_000 : 1_000;

const connections = 8;

/**
 * Firefox asks an HTTP/2 connection for a sign of life after 58 s of silence and drops it 8 s later
 * (`network.http.http2.ping-threshold`, `ping-timeout`), each up to 3 s late: tried in Firefox 153, 68.5 s.
 */
const keepsSilentMs = 74_000;

/** What rounds need of the outside world, in this browser. */
export function createRoundTools(
  probes: Omit<WorkerProbes, 'close' | 'uploadPage'>,
  history: OwnHistory,
): Omit<RoundTools, 'writeJournal'> & { routing: RoutingTools } {
  return {
    ...probes,
    limits: createLimits({ connections, restMs, clock: () => performance.now() }),
    ...(import.meta.env.FIREFOX
      ? { keepsSilentMs, hidesSilentLayer: true }
      : { tellsConnected: true, hidesProxy: true }),
    now: () => new Date(),
    wait,
    isPermitted,
    isOnline,
    savesData,
    asksThroughDetour: async () => (await readCheckSettings()).askThroughDetour,
    callServers: readCallServers,
    routing: createRoutingTools(history),
  };
}
