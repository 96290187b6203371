import type { Catalog } from '../../../lib/catalog/schema.ts';
import type { LogEntry } from '../world/description.ts';
import type { Diary, Episode, EpisodeKind } from './diary.ts';
import { judgeHandshakes } from './handshakes.ts';
import { judgeHeaders } from './headers.ts';
import { allowedStun, isBrowserOwn, knownHosts } from './hosts.ts';
import { bytesOf } from './traffic.ts';

const pulse = 110_000;
const full = 700_000;
const asked = 900_000;
const day = 12_000_000;

/** What an episode may move in both directions, in bytes. */
const limits: Partial<Record<EpisodeKind, number>> = {
  pulse,
  full,
  start: full,
  'network-change': full,
  first: asked,
  asked,
};

/** Reset TLS connections everywhere, so that a failure would mean nothing. */
const forbidden = /^(g|e\d+)\.whatsapp\.net$/;

/** What an alarm after a shared event may wait, in seconds. */
const stagger = { least: 30, most: 120 };

/**
 * Complaints about a day that breaks a promise; empty if there are none. Each names what was found and what
 * is allowed.
 */
export function judgeDiary(diary: Diary, catalog: Catalog): string[] {
  const log = diary.episodes.flatMap((episode) => episode.log);
  return unique([
    ...judgeSilence(diary.episodes),
    ...judgeHeaders(log, diary.own),
    ...judgeBytes(diary.episodes),
    ...judgeHosts(log, catalog),
    ...judgeCalls(log, catalog),
    ...diary.episodes.flatMap((episode) => judgeHandshakes(episode.log)),
    ...judgeDelays(diary),
  ]);
}

/** Bytes of what a browser sends by itself in a whole day. */
export function bytesOfDay(episodes: readonly Episode[]): number {
  const unasked = episodes.filter(({ kind }) => kind !== 'asked');
  return unasked.reduce((sum, { at, log }) => sum + at.length * bytesOf(log), 0);
}

function judgeSilence(episodes: readonly Episode[]): string[] {
  const early = episodes.filter(({ kind }) => kind === 'before-yes').flatMap(({ log }) => log);
  return early
    .filter(({ name }) => name === undefined || !isBrowserOwn(name))
    .map(({ kind, name, address }) =>
      complaint('before the yes', `${kind} to ${name ?? address}`, 'nothing'),
    );
}

function judgeBytes(episodes: readonly Episode[]): string[] {
  const single = episodes.map(({ kind, log }) => tooMuch(kind, bytesOf(log), limits[kind]));
  return [...single.flat(), ...tooMuch('a day', bytesOfDay(episodes), day)];
}

function tooMuch(what: string, bytes: number, limit = Number.POSITIVE_INFINITY): string[] {
  return bytes <= limit ? [] : [complaint(`bytes of ${what}`, bytes, `at most ${limit}`)];
}

function judgeHosts(log: readonly LogEntry[], catalog: Catalog): string[] {
  const known = knownHosts(catalog);
  return hostsIn(log).flatMap((host) => {
    if (forbidden.test(host)) return [complaint('host', host, 'none that resets TLS everywhere')];
    if (known.has(host) || isBrowserOwn(host)) return [];
    return [complaint('host', host, 'those of the catalogue that are on')];
  });
}

/** Every name that was greeted, asked or asked about; and addresses that were asked without a name. */
function hostsIn(log: readonly LogEntry[]): string[] {
  const named = log.filter(({ kind }) => kind !== 'tcp' && kind !== 'censored');
  return unique(named.flatMap(({ name }) => name ?? []));
}

function judgeCalls(log: readonly LogEntry[], catalog: Catalog): string[] {
  const allowed = allowedStun(catalog);
  const asks = log.filter(({ kind }) => kind === 'stun');
  return asks
    .map(({ name, port }) => `${name}:${port}`)
    .filter((server) => !allowed.includes(server))
    .map((server) => complaint('STUN', server, allowed.join(', ')));
}

function judgeDelays({ delays }: Diary): string[] {
  const { least, most } = stagger;
  return delays
    .filter(({ fromBefore, fromSeen }) => fromBefore < least || fromSeen > most)
    .map(({ event, fromBefore }) =>
      complaint(`alarm of ${event}`, `${Math.round(fromBefore)} s`, `${least} to ${most} s`),
    );
}

function complaint(what: string, found: string | number, allowed: string): string {
  return `${what}: found ${found}; allowed: ${allowed}`;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
