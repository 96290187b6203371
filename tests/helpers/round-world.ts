import { type HttpObservation, type ProbeHttp, withoutPage } from '../../lib/observe/http.ts';
import type { HttpRequest } from '../../lib/probe/http.ts';
import type { RoundTools } from '../../lib/round/round-tools.ts';
import { dateAt } from './clock.ts';
import { anObservation } from './observations.ts';

/** What a probe of a URL sees; a promise may be held back to keep a round running. */
export type Respond = (
  request: HttpRequest,
) => Partial<HttpObservation> | Promise<Partial<HttpObservation>>;

export interface RoundWorld {
  tools: Omit<RoundTools, 'writeJournal'>;
  /** URLs in the order in which they were probed, without their questions. */
  probed: string[];
  /** Moves the clock. */
  pass: (seconds: number) => void;
}

/** A network without one: each probe takes a tenth of a second, and waiting takes no time at all. */
export function aRoundWorld(
  respond: Respond = () => ({}),
  overrides: Partial<RoundTools> = {},
): RoundWorld {
  const probed: string[] = [];
  let seconds = 0;
  const pass = (more: number) => {
    seconds += more;
  };
  const probe: ProbeHttp = async (request) => {
    probed.push(request.url.replace(/\?.*/, ''));
    const startedAt = dateAt(seconds).toISOString();
    pass(0.1);
    const seen = await respond(request);
    request.signal.throwIfAborted();
    return anObservation({ ...seen, startedAt });
  };
  const probeBodiless = async ({
    url,
    timeoutMs,
    signal,
  }: Pick<HttpRequest, 'url' | 'timeoutMs' | 'signal'>) => {
    const asked = { url, method: 'GET', timeoutMs, signal } as const;
    return withoutPage(await probe(asked));
  };
  const tools: RoundWorld['tools'] = {
    probe,
    probeSlowly: probe,
    probeSocket: async (request) => ({ ...(await probeBodiless(request)), hidden: false }),
    probeStun: async (request) => {
      const seen = await probeBodiless(request);
      return { attempt: { ...seen, ok: seen.failure === null }, callExit: 'unknown' };
    },
    limits: { run: (_request, task) => task() },
    now: () => dateAt(seconds),
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      pass(milliseconds / 1000);
    },
    isPermitted: async () => true,
    isOnline: () => true,
    savesData: () => false,
    ...overrides,
  };
  return { tools, probed, pass };
}

/** How often each URL was probed. */
export function countsOf(probed: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const url of probed) counts[url] = (counts[url] ?? 0) + 1;
  return counts;
}
