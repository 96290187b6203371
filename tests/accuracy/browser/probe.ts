import type { Catalog } from '../../../lib/catalog/schema.ts';
import { classifyChromiumFailure } from '../../../lib/failure/chromium.ts';
import type { HttpObservation, ProbeHttp } from '../../../lib/observe/http.ts';
import { paceOf } from '../../../lib/observe/pace.ts';
import type { HttpRequest } from '../../../lib/probe/http.ts';
import { noTimings } from '../../../lib/probe/timings.ts';
import type { Random } from '../time/random.ts';
import type { VirtualTime } from '../time/virtual-time.ts';
import { createBrowserCache } from './browser-cache.ts';
import { type Connection, chooseFrom, leftOf, newConnection, noteCarried } from './connection.ts';
import { type CachedState, type Conversation, converse, type StepTimes } from './conversation.ts';
import { type Ending, error, type Flow, flowTo, isAddress } from './flow.ts';
import { type Race, raceFamilies } from './happy-eyeballs.ts';
import { createHttp3Memory } from './http3.ts';
import { createRemotes } from './remotes.ts';
import { createServers } from './servers.ts';
import { type Carried, carry, type Way } from './transfer.ts';
import type { World } from './world.ts';

export interface ProbeOptions {
  catalog: Catalog;
  world: World;
  time: VirtualTime;
  random: Random;
  /** Whether it reports how long a new connection took, as a worker's requests do and a frame's do not. */
  tellsTimes?: boolean;
  /** Whether it opens WebSockets, which never go over HTTP/3. */
  opensSockets?: boolean;
}

/** Stands in for `createHttpProbe`: reports what Chromium would report of a request in this world. */
export function createSimulatedProbe(options: ProbeOptions): ProbeHttp {
  const { catalog, world, time, random, tellsTimes = false, opensSockets = false } = options;
  const { line, obstacles, delays, addressesOf } = world;
  const reachedAt = world.reachedAt ?? addressesOf;
  const remoteOf = createRemotes(random, reachedAt);
  const cache = createBrowserCache(random);
  const http3 = world.http3 === undefined || opensSockets ? null : createHttp3Memory(world.http3);
  const surroundings = {
    line,
    obstacles,
    delays,
    servers: createServers(catalog, world.lookUp, addressesOf),
    thinkingMs: () => random.spread(40, 0.8),
  };

  return async (request) => {
    const asked = flowTo(request.url);
    const startedMs = time.now();
    const startedAt = time.date();
    const { open, waitMs } = chooseFrom(cache.connectionOf(asked, startedMs), startedMs);
    const cached = {
      connection: open !== null,
      name: isAddress(asked.host) || cache.hasName(asked.host, startedMs),
    };
    const preferred = flowTo(request.url, remoteOf(asked.host, cached));
    const race = raced(preferred, open, startedMs + waitMs);
    const { flow } = race;
    const begunMs = startedMs + waitMs + race.waitMs;
    const connection =
      open ?? newConnection(flow.address, world.limitOf?.(flow, startedMs) ?? null);
    line.share.connections += 1;
    const natural = world.unlinked.covers(startedMs)
      ? { afterMs: 1, ending: error('INTERNET_DISCONNECTED'), connected: false, times: {} }
      : carrying(
          later(opened(flow, begunMs, cached), begunMs - startedMs),
          connection,
          flow,
          request,
        );
    const outcome = await untilGivenUp(
      interrupted(natural, startedMs, request.timeoutMs),
      startedMs,
      request,
    );
    line.share.connections -= 1;
    remember(flow, outcome, { request, connection, begunMs });
    return {
      ...observed(flow, request, outcome),
      ...(tellsTimes && isWhole(outcome) && timingsOf(outcome.times)),
      startedAt: startedAt.toISOString(),
      totalMs: time.date().getTime() - startedAt.getTime(),
      reusedConnection: isWhole(outcome) ? cached.connection : null,
    };
  };

  function raced(preferred: Flow, open: Connection | null, atMs: number): Race {
    const { href } = preferred.url;
    if (open !== null) return { flow: flowTo(href, open.address), waitMs: 0 };
    const ipv4 = reachedAt(preferred.host).find((address) => !address.includes(':'));
    return raceFamilies(preferred, ipv4 ?? null, atMs, world);
  }

  function opened(flow: Flow, startMs: number, cached: CachedState): Conversation {
    const overTcp = converse(flow, startMs, cached, surroundings);
    return cached.connection || http3 === null ? overTcp : http3.race(flow, overTcp, startMs);
  }

  /** What a transfer carries follows the small answer. */
  function carrying(
    outcome: Conversation,
    connection: Connection,
    flow: Flow,
    request: HttpRequest,
  ): Conversation {
    if (outcome.ending.kind !== 'answer') return outcome;
    const startMs = time.now();
    const carried = carry(request, {
      line,
      host: flow.host,
      startMs,
      answerMs: outcome.afterMs,
      bytesPerSecond: world.bytesPerSecond?.(flow, startMs) ?? Number.POSITIVE_INFINITY,
      ...limitOn(connection, request),
    });
    return carried === null ? outcome : { ...outcome, afterMs: carried.afterMs, carried };
  }

  /** Waits for the outcome, or until the product gives the request up. */
  async function untilGivenUp(
    outcome: Conversation,
    startedMs: number,
    { giveUp, signal }: HttpRequest,
  ): Promise<Conversation> {
    const either = giveUp === undefined ? signal : AbortSignal.any([signal, giveUp]);
    try {
      await time.wait(outcome.afterMs, either);
      return outcome;
    } catch (cause) {
      if (giveUp?.aborted !== true) throw cause;
      return { ...outcome, afterMs: time.now() - startedMs, ending: { kind: 'silence' } };
    }
  }

  /** A network change, sleep, or our own time limit may come first. */
  function interrupted(natural: Conversation, startedMs: number, timeoutMs: number): Conversation {
    const outcome: Conversation =
      natural.carried !== undefined || natural.afterMs < timeoutMs
        ? natural
        : { ...natural, afterMs: timeoutMs, ending: { kind: 'silence' } };
    const endMs = startedMs + outcome.afterMs;
    const changeMs = firstOf(world.changes, startedMs, endMs);
    const unlinkedMs = firstOf(world.unlinked, startedMs, endMs);
    const asleepMs = firstOf(world.asleep, startedMs, endMs);
    const firstMs = Math.min(changeMs, unlinkedMs, asleepMs);
    if (!Number.isFinite(firstMs)) return outcome;
    const cut = { ...outcome, afterMs: firstMs - startedMs };
    if (firstMs === changeMs) return { ...cut, ending: error('NETWORK_CHANGED') };
    if (firstMs === unlinkedMs) return { ...cut, ending: error('INTERNET_DISCONNECTED') };
    // On waking, whatever has expired ends at once: the request, or our own time limit.
    return random.chance(0.5)
      ? { ...cut, ending: error('NETWORK_IO_SUSPENDED') }
      : { ...cut, ending: { kind: 'silence' } };
  }

  function remember(flow: Flow, outcome: Conversation, used: Used): void {
    const { ending, carried } = outcome;
    const { connection, begunMs } = used;
    const nowMs = time.now();
    const code = ending.kind === 'error' ? ending.code : '';
    if (/NETWORK_CHANGED|DISCONNECTED|SUSPENDED/.test(code)) cache.forgetAll();
    else if (isWhole(outcome)) {
      noteCarried(connection, used.request);
      cache.keep(flow, connection, nowMs);
    } else if (isFrozen(outcome) && connection.limit !== null) {
      connection.silentSinceMs = nowMs - outcome.afterMs + (carried?.lastByteMs ?? 0);
      cache.keep(flow, connection, nowMs);
    } else if (nowMs >= begunMs) cache.drop(flow);
  }
}

interface Used {
  request: HttpRequest;
  connection: Connection;
  /** When it was begun if it is new, in milliseconds since the epoch. */
  begunMs: number;
}

function later(outcome: Conversation, milliseconds: number): Conversation {
  return { ...outcome, afterMs: outcome.afterMs + milliseconds };
}

/** What of a transfer a censor that counts bytes lets through. */
function limitOn(connection: Connection, { sendBytes }: HttpRequest): Pick<Way, 'limit'> {
  const { limit } = connection;
  const isCounted = limit !== null && (sendBytes === undefined || limit.countsSent);
  return isCounted ? { limit: { bytes: leftOf(connection), manner: limit.manner } } : {};
}

function firstOf(spans: World['changes'], startedMs: number, endMs: number): number {
  return spans.beginsWithin(startedMs, endMs) ?? Number.POSITIVE_INFINITY;
}

function timingsOf({ resolve, connect, hello }: StepTimes): Partial<HttpObservation> {
  return { dnsMs: resolve ?? null, connectMs: connect ?? null, tlsMs: hello ?? null };
}

/** It was answered, and nothing of a transfer is missing. */
function isWhole({ ending, carried }: Conversation): boolean {
  return ending.kind === 'answer' && (carried === undefined || carried.ending === 'complete');
}

/** It was answered, and then not a byte came any more. */
function isFrozen({ ending, carried }: Conversation): boolean {
  return ending.kind === 'answer' && carried?.ending === 'stalled';
}

type Observed = Omit<HttpObservation, 'startedAt' | 'totalMs'>;

function observed(flow: Flow, request: HttpRequest, conversation: Conversation): Observed {
  const { ending, carried } = conversation;
  const seen = observedAnswer(flow, request, conversation);
  return ending.kind === 'answer' && carried !== undefined
    ? { ...seen, ...observedTransfer(request, carried) }
    : seen;
}

function observedTransfer(request: HttpRequest, carried: Carried): Partial<Observed> {
  const { ending, ttfbMs, received, lastByteMs } = carried;
  const answered = ttfbMs !== null;
  const progress = { answered, received, lastByteMs, totalMs: carried.afterMs };
  const times = { ttfbMs, ...paceOf(request, progress, ttfbMs) };
  if (ending === 'complete') return times;
  const freezes = ending === 'stalled' && answered;
  const seen: Ending = ending === 'cut' ? error('CONNECTION_RESET') : { kind: 'silence' };
  const unanswered = request.sendBytes && ending !== 'cut' ? 'write' : null;
  return {
    ...failureOf(seen, answered ? 'read' : unanswered),
    ...times,
    ...(!answered && { httpStatus: null, remoteIp: null, bytes: null }),
    ...(answered && { bytes: received }),
    freezeAtBytes: freezes ? received + overheadBytes : null,
  };
}

/** What the product adds for a handshake and headers. */
const overheadBytes = 3_000;

function observedAnswer(
  flow: Flow,
  request: HttpRequest,
  { ending, connected }: Conversation,
): Observed {
  const answered = ending.kind === 'answer';
  return {
    ...failureOf(ending, connected && request.method === 'OPTIONS' ? 'http_round_trip' : null),
    httpStatus: answered ? ending.status : null,
    remoteIp: answered ? flow.address : null,
    remoteIpKind: null,
    ...noTimings,
    bytes: answered ? bytesOf(request, ending.body) : null,
    freezeAtBytes: null,
    redirectUrl: (answered && ending.redirectUrl) || null,
    headers: {
      server: (answered && ending.server) || null,
      type: null,
      length: null,
      byProxy: false,
      ofProxy: false,
      challenges: false,
    },
    proxy: null,
    clockAheadDays: null,
    body: answered ? ending.body : new Uint8Array(),
  };
}

/** Of what was carried as a whole. */
function bytesOf({ method, sendBytes, receiveBytes }: HttpRequest, body: Uint8Array): number {
  return sendBytes ?? receiveBytes ?? (method === 'HEAD' ? 0 : body.byteLength);
}

function failureOf(
  ending: Ending,
  otherwise: HttpObservation['failedOperation'],
): Pick<HttpObservation, 'failure' | 'failedOperation' | 'browserError' | 'valid'> {
  switch (ending.kind) {
    case 'answer':
      return { failure: null, failedOperation: null, browserError: null, valid: true };
    case 'silence':
      return {
        failure: 'generic_timeout_error',
        failedOperation: otherwise,
        browserError: null,
        valid: true,
      };
    case 'error': {
      const { failure, operation, valid } = classifyChromiumFailure(ending.code);
      return {
        failure,
        failedOperation: operation ?? otherwise,
        browserError: ending.code,
        valid,
      };
    }
    default:
      return ending satisfies never;
  }
}
