import type { HttpObservation } from '../observe/http.ts';
import type { RoundContext } from './context.ts';

const priority = 3;

/** Null where the browser does not let us ask. */
export async function ask(
  context: RoundContext,
  url: string,
  method: 'GET' | 'HEAD' = 'HEAD',
): Promise<HttpObservation | null> {
  const { isPermitted, limits, probe } = context.tools;
  if (!(await isPermitted(url))) return null;
  return limits.run({ host: new URL(url).hostname, priority }, () =>
    probe({ url, method, timeoutMs: context.timeouts.target, signal: context.signal }),
  );
}
