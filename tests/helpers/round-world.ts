import { setImmediate as nextTurn } from 'node:timers/promises';
import { type HttpObservation, type ProbeHttp, recordablePart } from '../../lib/observe/http.ts';
import type { HttpRequest } from '../../lib/probe/http.ts';
import type { OpenRound } from '../../lib/round/phases.ts';
import type { RoundTools } from '../../lib/round/round-tools.ts';
import { plannedRoundOf, type RoundRun } from '../../lib/round/run.ts';
import { firstTimeouts } from '../../lib/round/timeouts.ts';
import { dateAt } from './clock.ts';
import { aNetwork } from './evidence.ts';
import { anObservation } from './observations.ts';

/** The result of probing a URL; a pending promise keeps a round running. */
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

/** A simulated network: each probe takes a tenth of a second, and waiting takes no time. */
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
    return anObservation({ remoteIp: addressOf(request.url), ...seen, startedAt });
  };
  const probeBodiless = async ({
    url,
    timeoutMs,
    signal,
  }: Pick<HttpRequest, 'url' | 'timeoutMs' | 'signal'>) => {
    const asked = { url, method: 'GET', timeoutMs, signal } as const;
    return recordablePart(await probe(asked));
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
      // What runs beside the wait comes first.
      await nextTurn();
      signal.throwIfAborted();
      pass(milliseconds / 1000);
    },
    isPermitted: async () => true,
    isOnline: () => true,
    savesData: () => false,
    asksThroughDetour: async () => true,
    callServers: async () => 'all',
    ...overrides,
  };
  return { tools, probed, pass };
}

/** A round whose gate has just opened on a network without trouble. */
export function anOpenRound(
  { tools }: RoundWorld,
  { catalog, record }: Pick<RoundRun, 'catalog' | 'record'>,
): OpenRound {
  const { signal } = new AbortController();
  const run = { catalog, record, signal, tools: { ...tools, writeJournal: async () => undefined } };
  const opening = {
    network: aNetwork(),
    online: true,
    openedAt: dateAt(0).toISOString(),
    timeouts: firstTimeouts,
  };
  return { ...plannedRoundOf(run, () => undefined), opening, mayAskHome: 'at once' };
}

/** A public address of the host's own. */
function addressOf(url: string): string {
  const { host } = new URL(url);
  const bytes = new TextEncoder().encode(host);
  const sum = bytes.reduce((hash, byte) => (hash * 31 + byte) % 65_536, 7);
  return `93.184.${sum >> 8}.${sum & 255}`;
}

/** Number of probes by URL. */
export function countsOf(probed: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const url of probed) counts[url] = (counts[url] ?? 0) + 1;
  return counts;
}
