import type { HttpObservation } from '../../observe/http.ts';
import type { OpenRound } from '../phases.ts';

/** One request that shows something of the route. Null where the browser does not permit it. */
export async function askSite(
  { asker, opening }: OpenRound,
  url: string,
  method: 'GET' | 'HEAD' = 'HEAD',
): Promise<HttpObservation | null> {
  if (!(await asker.isPermitted(url))) return null;
  return asker.ask({ purpose: 'route', url, method, timeoutMs: opening.timeouts.target });
}
