import { allControls } from '../../catalog/all-controls.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { HttpObservation } from '../../observe/http.ts';
import type { LineObservation } from '../../routing/observation.ts';
import { readColo } from '../../routing/read-echo.ts';
import type { Asker } from '../asker.ts';
import type { PlannedRound } from '../phases.ts';

interface LoggedRequest {
  url: string;
  seen: HttpObservation;
}

type Timed = Pick<Attempt, 'valid' | 'protocol' | 'dnsMs' | 'connectMs' | 'tlsMs'>;

/** The same round, with a record of what its requests from now on show about the line. */
export function watchLine<Round extends PlannedRound>(
  round: Round,
): { watched: Round; line: () => LineObservation } {
  const asked: LoggedRequest[] = [];
  const ask: Asker['ask'] = async (question) => {
    const seen = await round.asker.ask(question);
    asked.push({ url: question.url, seen });
    return seen;
  };
  const watched = { ...round, asker: { ...round.asker, ask } };
  return { watched, line: () => lineOf(round, asked) };
}

function lineOf(round: PlannedRound, asked: readonly LoggedRequest[]): LineObservation {
  return {
    answers: asked.flatMap((one) => answerOf(round, one)),
    endsNearby: endsNearbyOf([...asked, ...controlsAsked(round)]),
    proxy: asked.find(({ seen }) => seen.proxy !== null)?.seen.proxy ?? null,
  };
}

/** Empty where the answer names no known place, or has no known time. */
function answerOf(
  { catalog }: PlannedRound,
  { url, seen }: LoggedRequest,
): LineObservation['answers'] {
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
 * The longest that a round trip to the server can have taken. The time of a TCP connection is no measure, as
 * programs on this computer accept connections in the server's place; nor is a TLS handshake alone, which
 * takes no time with 0-RTT or where a virus scanner answers it. An answer cannot precede its request, and
 * unknown parts of its time only make it seem longer.
 */
function longestRoundTripMs({
  dnsMs,
  connectMs,
  tlsMs,
  ttfbMs,
}: Timed & { ttfbMs: number }): number {
  const handshakeMs = tlsMs ?? 0;
  return Math.max(handshakeMs, ttfbMs - (dnsMs ?? 0) - (connectMs ?? 0) - handshakeMs);
}

interface Handshake {
  host: string;
  connectMs: number;
  tlsMs: number;
}

/** For each host whose handshake is slow, by its quickest handshake. */
function endsNearbyOf(asked: readonly { url: string; seen: Timed }[]): boolean[] {
  const slowestFirst = asked.flatMap(handshakeOf).toSorted((one, other) => other.tlsMs - one.tlsMs);
  const quickest = new Map(slowestFirst.map((one) => [one.host, one]));
  return [...quickest.values()].flatMap(endsNearby);
}

/**
 * Empty without a timed handshake. HTTP/3 connects and shakes hands at once, so its connections always seem
 * to take no time.
 */
function handshakeOf({ url, seen }: { url: string; seen: Timed }): Handshake[] {
  const { valid, protocol, connectMs, tlsMs } = seen;
  const isTimed = valid && connectMs !== null && tlsMs !== null;
  const isOverTcp = protocol === 'h2' || protocol === 'http/1.1';
  return isTimed && isOverTcp ? [{ host: new URL(url).hostname, connectMs, tlsMs }] : [];
}

/** A server with a handshake this long is far, or slow. */
const farHandshakeMs = 30;
/** A tenth of the distance at most. */
const nearConnectionMs = 3;
/** Each is one round trip; a slow handshake takes a few more at most. */
const alikeTimes = 3;

/** Empty where the two times are neither far apart nor alike: a busy computer delays either. */
function endsNearby({ connectMs, tlsMs }: Handshake): boolean[] {
  if (tlsMs < farHandshakeMs) return [];
  if (connectMs <= nearConnectionMs) return [true];
  return tlsMs <= alikeTimes * connectMs ? [false] : [];
}

function controlsAsked({ catalog, log }: PlannedRound): { url: string; seen: Attempt }[] {
  return allControls(catalog).flatMap(({ id, url }) =>
    (log.record.controls.get(id) ?? []).map((seen) => ({ url, seen })),
  );
}
