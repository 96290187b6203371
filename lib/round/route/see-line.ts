import { allControls } from '../../catalog/all-controls.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { HttpObservation, ProbeHttp } from '../../observe/http.ts';
import type { LineObservation } from '../../routing/observation.ts';
import { readColo } from '../../routing/read-echo.ts';
import type { RoundContext } from '../context.ts';

interface Asked {
  url: string;
  seen: HttpObservation;
}

type Timed = Pick<Attempt, 'valid' | 'protocol' | 'dnsMs' | 'connectMs' | 'tlsMs'>;

/** The same round, of whose requests from now on is kept what they tell of the line. */
export function watchLine(context: RoundContext): {
  watched: RoundContext;
  line: () => LineObservation;
} {
  const asked: Asked[] = [];
  const probe: ProbeHttp = async (request) => {
    const seen = await context.tools.probe(request);
    asked.push({ url: request.url, seen });
    return seen;
  };
  const watched = { ...context, tools: { ...context.tools, probe } };
  return { watched, line: () => lineOf(context, asked) };
}

function lineOf(context: RoundContext, asked: readonly Asked[]): LineObservation {
  return {
    answers: asked.flatMap((one) => answerOf(context, one)),
    endsNearby: endsNearbyOf([...asked, ...controlsAsked(context)]),
    proxy: asked.find(({ seen }) => seen.proxy !== null)?.seen.proxy ?? null,
  };
}

/** Empty where the answer does not name a place that is known, or its time is not known. */
function answerOf({ catalog }: RoundContext, { url, seen }: Asked): LineObservation['answers'] {
  const echo = catalog.echoes.find((one) => one.url === url);
  if (echo === undefined || seen.httpStatus !== 200 || !seen.valid || seen.ttfbMs === null) {
    return [];
  }
  const code = readColo(echo, seen.body);
  const colo = catalog.colos.find((one) => one.code === code);
  if (colo === undefined) return [];
  const { country, latitude, longitude } = colo;
  const roundTripMs = longestRoundTripMs({ ...seen, ttfbMs: seen.ttfbMs });
  return [{ from: { country, latitude, longitude }, roundTripMs }];
}

/**
 * What a round trip to the server took at most. A connection says nothing of it: programs on this computer
 * accept them in the server's place. Nor does a greeting alone, which takes no time where it is cut short
 * (0-RTT) or a virus scanner answers it. An answer cannot come before it was asked for; what is not known
 * of its time makes it seem the longer.
 */
function longestRoundTripMs({
  dnsMs,
  connectMs,
  tlsMs,
  ttfbMs,
}: Timed & { ttfbMs: number }): number {
  const greetingMs = tlsMs ?? 0;
  return Math.max(greetingMs, ttfbMs - (dnsMs ?? 0) - (connectMs ?? 0) - greetingMs);
}

interface Handshake {
  host: string;
  connectMs: number;
  tlsMs: number;
}

/** Of each host that greets from afar, at its quickest. */
function endsNearbyOf(asked: readonly { url: string; seen: Timed }[]): boolean[] {
  const slowestFirst = asked.flatMap(handshakeOf).toSorted((one, other) => other.tlsMs - one.tlsMs);
  const quickest = new Map(slowestFirst.map((one) => [one.host, one]));
  return [...quickest.values()].flatMap(endsNearby);
}

/**
 * Empty where there was none, or it is not timed. HTTP/3 connects and greets at once, so that its
 * connections always seem to take no time.
 */
function handshakeOf({ url, seen }: { url: string; seen: Timed }): Handshake[] {
  const { valid, protocol, connectMs, tlsMs } = seen;
  const isTimed = valid && connectMs !== null && tlsMs !== null;
  const isOverTcp = protocol === 'h2' || protocol === 'http/1.1';
  return isTimed && isOverTcp ? [{ host: new URL(url).hostname, connectMs, tlsMs }] : [];
}

/** A server that takes so long to greet is far, or slow. */
const farHandshakeMs = 30;
/** A tenth of the way at most. */
const nearConnectionMs = 3;
/** Each is one round trip, and a greeting that is slow at most some more. */
const alikeTimes = 3;

/** Empty where the two are neither far apart nor alike: a busy computer is late with either. */
function endsNearby({ connectMs, tlsMs }: Handshake): boolean[] {
  if (tlsMs < farHandshakeMs) return [];
  if (connectMs <= nearConnectionMs) return [true];
  return tlsMs <= alikeTimes * connectMs ? [false] : [];
}

function controlsAsked({ catalog, record }: RoundContext): { url: string; seen: Attempt }[] {
  return allControls(catalog).flatMap(({ id, url }) =>
    (record.controls.get(id) ?? []).map((seen) => ({ url, seen })),
  );
}
