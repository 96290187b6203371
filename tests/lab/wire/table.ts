import type { Catalog } from '../../../lib/catalog/schema.ts';
import { table } from '../../../scripts/codebook/table.ts';
import { greetingsOfDay, pulsesOfDay } from './day.ts';
import type { Diary, Episode, EpisodeKind } from './diary.ts';
import { intervalsOf } from './handshakes.ts';
import { headerNamesIn } from './headers.ts';
import { type HostGroup, isBrowserOwn, knownHosts } from './hosts.ts';
import { bytesOfDay } from './rules.ts';
import { bytesOf, type Traffic, trafficOf } from './traffic.ts';

const groupTitles: Record<HostGroup, string> = {
  messengers: 'Messengers abroad',
  neutral: 'Neutral sites, name servers and call servers',
  route: 'The look at the route',
  domestic: 'Inside the country',
};

const episodeTitles: Record<EpisodeKind, string> = {
  'before-yes': 'installed, every alarm fired, no yes yet',
  first: 'the first round, after the yes',
  pulse: 'a scheduled round (pulse)',
  full: 'a full round, every six hours',
  'network-change': 'after a change of network',
  start: 'after a start of the browser',
  asked: '“Check now”',
  popup: 'the popup is opened',
  watch: 'ten watches of the route',
};

/** The day as Markdown: by episode, by host, and the headers. */
export function tableOf(diary: Diary, catalog: Catalog): string {
  const { episodes, browser } = diary;
  const log = episodes.flatMap((episode) => episode.log);
  const played = episodes.filter(({ kind }) => kind === 'pulse').length;
  const headers = headerNamesIn(log).map((name) => `\`${name}\``);
  return [
    `In ${browser === 'firefox' ? 'Firefox' : 'Chromium'}: ${played} pulses were played and stand for ${pulsesOfDay}`,
    `(factor ${round(pulsesOfDay / played)}); a day moves ${kilobytes(bytesOfDay(episodes))} kB, besides “Check now”.`,
    '',
    episodeTable(episodes),
    '',
    hostTable(episodes, catalog),
    '',
    ...diary.delays.map(
      ({ event, fromSeen }) =>
        `The alarm ${episodeTitles[event]} waited ${Math.round(fromSeen)} s.`,
    ),
    `Headers seen: ${headers.join(', ')}.`,
  ].join('\n');
}

function episodeTable(episodes: readonly Episode[]): string {
  const kinds = [...new Set(episodes.map(({ kind }) => kind))];
  return table(
    ['what', 'times a day', 'requests', 'hosts', 'kB', 'seconds'],
    kinds.map((kind) => episodeRow(kind, episodes)),
  );
}

/** The largest of its kind. */
function episodeRow(kind: EpisodeKind, all: readonly Episode[]): string[] {
  const episodes = all.filter((episode) => episode.kind === kind);
  const most = (count: (episode: Episode) => number): number => Math.max(...episodes.map(count));
  return [
    episodeTitles[kind],
    sum(episodes.map(({ at }) => at.length)),
    most((episode) => sum(seenBy(episode).map(([, { requests }]) => requests))),
    most((episode) => seenBy(episode).filter(([, { requests }]) => requests > 0).length),
    kilobytes(most(({ log }) => bytesOf(log))),
    Math.round(most(secondsOf)),
  ].map(String);
}

function hostTable(episodes: readonly Episode[], catalog: Catalog): string {
  const known = knownHosts(catalog);
  const hosts = [...new Set(episodes.flatMap((episode) => seenBy(episode).map(([host]) => host)))];
  const rows = (Object.keys(groupTitles) as HostGroup[]).flatMap((group) => {
    const ofGroup = hosts.filter((host) => (known.get(host) ?? 'neutral') === group);
    const title = [[`**${groupTitles[group]}**`]];
    return ofGroup.length === 0
      ? []
      : [...title, ...ofGroup.toSorted().map((host) => hostRow(host, episodes))];
  });
  return table(hostColumns, rows.map(complete));
}

const hostColumns = [
  'host',
  'requests a day',
  'methods',
  'kinds',
  'DNS questions',
  'kB up',
  'kB down',
  'shortest interval',
  'median interval',
];

function complete(row: readonly string[]): string[] {
  return hostColumns.map((_, column) => row[column] ?? '');
}

function hostRow(host: string, episodes: readonly Episode[]): string[] {
  const seen = episodes.map((episode) => ({
    times: episode.at.length,
    traffic: trafficOf(episode.log).get(host),
  }));
  const aDay = (count: (traffic: Traffic) => number): number =>
    sum(seen.map(({ times, traffic }) => (traffic ? times * count(traffic) : 0)));
  const words = (list: (traffic: Traffic) => string[]): string =>
    [...new Set(seen.flatMap(({ traffic }) => (traffic ? list(traffic) : [])))].join(', ');
  const greetings = greetingsOfDay(
    episodes,
    ({ log }) => trafficOf(log).get(host)?.greetings ?? [],
  );
  const intervals = intervalsOf(greetings).toSorted((one, other) => one - other);
  return [
    host,
    aDay(({ requests }) => requests),
    words(({ methods }) => methods),
    words(({ kinds }) => kinds),
    aDay(({ dnsQuestions }) => dnsQuestions),
    kilobytes(aDay(({ bytesUp }) => bytesUp)),
    kilobytes(aDay(({ bytesDown }) => bytesDown)),
    span(intervals[0]),
    span(intervals[Math.floor(intervals.length / 2)]),
  ].map(String);
}

function seenBy({ log }: Episode): [string, Traffic][] {
  return [...trafficOf(log)].filter(([host]) => !isBrowserOwn(host));
}

function secondsOf({ log }: Episode): number {
  return ((log.at(-1)?.time ?? 0) - (log[0]?.time ?? 0)) / 1000;
}

function span(ms: number | undefined): string {
  if (ms === undefined) return '';
  return ms < 120_000 ? `${round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

function kilobytes(bytes: number): number {
  return bytes < 10_000 ? round(bytes / 1000) : Math.round(bytes / 1000);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
