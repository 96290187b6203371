import type { Catalog, Echo } from '../../catalog/schema.ts';
import { liveLandmarks } from '../../routing/health.ts';
import { readEcho } from '../../routing/read-echo.ts';
import { minutesToNextWatch } from '../../routing/watch.ts';
import type { RoundTools } from '../round-tools.ts';
import { isWell } from './ask-echoes.ts';
import type { RoutingTools } from './route-tools.ts';

const timeoutMs = 6_500;

export interface WatchDependencies
  extends Pick<RoundTools, 'probe' | 'isPermitted' | 'isOnline' | 'savesData'> {
  catalog: Pick<Catalog, 'echoes' | 'networks'>;
  routing: RoutingTools;
}

export interface Watched {
  /** Traffic leaves from another country than before, and a round is due. */
  hasMoved: boolean;
  /** Until the next watch, without jitter; null where the person does not want it. */
  afterMinutes: number | null;
}

/**
 * Checks between two rounds whether traffic still leaves from the same country, by one small request that
 * mostly reuses an open connection. No browser reports to an extension that a tunnel came up.
 */
export async function watchRoute(dependencies: WatchDependencies): Promise<Watched> {
  const { routing } = dependencies;
  if (!(await routing.isWanted())) return { hasMoved: false, afterMinutes: null };
  const country = await askCountry(dependencies);
  if (country === null) return { hasMoved: false, afterMinutes: minutesToNextWatch(0) };
  const { hasMoved, consecutiveMoves } = await routing.watchExit({ country, asn: null });
  return { hasMoved, afterMinutes: minutesToNextWatch(consecutiveMoves) };
}

/** Null where it is unknown, and where nothing should be asked now. */
async function askCountry(dependencies: WatchDependencies): Promise<string | null> {
  const { catalog, isOnline, isPermitted, probe, savesData } = dependencies;
  if (!isOnline() || savesData()) return null;
  const echo = await echoToAsk(dependencies);
  if (echo === undefined || !(await isPermitted(echo.url))) return null;
  const { signal } = new AbortController();
  const seen = await probe({ url: echo.url, method: 'GET', timeoutMs, signal });
  if (seen.httpStatus !== 200) return null;
  return readEcho(echo, seen.body, catalog.networks)?.country ?? null;
}

/** The first foreign echo that answered when rounds last asked it. */
async function echoToAsk({ catalog, routing }: WatchDependencies): Promise<Echo | undefined> {
  const health = await routing.readHealth();
  const well = new Set(health.filter(isWell).map(({ id }) => id));
  return liveLandmarks(catalog.echoes, health).find(
    ({ id, group, reads }) => group === 'foreign' && reads.country !== undefined && well.has(id),
  );
}
