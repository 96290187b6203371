import type { Bar, SeenState, Span } from '../../model/bar.ts';
import type { Rollup } from '../../model/rollup.ts';
import { openDay } from '../index/day-record.ts';
import type { DayRecord, MonthRecord } from '../index/records.ts';
import { readIndex } from '../index/store.ts';
import type { History } from '../open.ts';
import { inheritRoutes } from '../rollup/inherit-routes.ts';
import { inheritScopes, type ScopedRound } from '../rollup/inherit-scopes.ts';
import { mergeRollups, rollUp } from '../rollup/rollup.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** How a span is divided. */
export interface Division {
  bars: number;
  /** Parts of a day, or a day. */
  barMs: number;
}

/** The spans that pages show. */
export const spans = {
  day: { bars: 24, barMs: hourMs },
  week: { bars: 28, barMs: 6 * hourMs },
  month: { bars: 30, barMs: dayMs },
  quarter: { bars: 90, barMs: dayMs },
  year: { bars: 365, barMs: dayMs },
} as const satisfies Record<Span, Division>;

export interface BarsRequest extends Division {
  /** The last bar holds it. */
  until: Date;
  /** Ids; all where left out. */
  services?: readonly string[];
}

type IsWanted = (service: string) => boolean;

/** What can be put into a bar. */
interface Part {
  atMs: number;
  rollups: () => Rollup[];
}

/**
 * The bars of a span, oldest first. Where they are parts of a day, rounds have the route that they inherit
 * (`rollup/inherit-routes.ts`), else what they saw of it themselves. Reads the index and, for hours, the records of its
 * days; for days, those of all months and of the latest day.
 */
export async function readBars(
  history: History,
  { bars, barMs, until, services }: BarsRequest,
): Promise<Bar[]> {
  const endMs = (Math.floor(until.getTime() / barMs) + 1) * barMs;
  const beginMs = endMs - bars * barMs;
  const isWanted = (service: string) => services === undefined || services.includes(service);
  const parts = barMs < dayMs ? hours(history, bars * barMs, isWanted) : days(history, isWanted);
  const sorted = Array.from({ length: bars }, (): Part[] => []);
  for (const part of await parts) sorted[Math.floor((part.atMs - beginMs) / barMs)]?.push(part);
  return sorted.map((some, index) => ({
    fromMs: beginMs + index * barMs,
    toMs: beginMs + (index + 1) * barMs,
    rollups: add(some.map(({ rollups }) => rollups())),
  }));
}

/** Most days have one rollup for each service already. */
function add([first = [], ...others]: readonly Rollup[][]): Rollup[] {
  return others.length === 0 ? first : mergeRollups([first, ...others].flat());
}

/** A span of hours lies on one day more; a clock that went back and forth makes a record twice more. */
const moreDays = 3;

async function hours(history: History, lengthMs: number, isWanted: IsWanted): Promise<Part[]> {
  const rounds = await latestRounds(history, lengthMs / dayMs + moreDays);
  return rounds.map((round) => partOf(round, isWanted));
}

async function days(history: History, isWanted: IsWanted): Promise<Part[]> {
  const { database, seal } = history;
  if (seal === null) return [];
  const sealed = await database.getAll('sealedMonths');
  const months = opened(await Promise.all(sealed.map((one) => seal.open<MonthRecord>(one))));
  const finished = months.flatMap((month) =>
    month.days.map(({ day, rollups }) => ({
      atMs: Date.parse(day),
      rollups: () => rollups.filter(({ service }) => isWanted(service)),
    })),
  );
  // The latest day is in no month yet.
  const [latest] = await latestDays(history, 1);
  return [
    ...finished,
    ...inheritScopes(latest?.rounds ?? []).map((round) => partOf(round, isWanted)),
  ];
}

function partOf(round: ScopedRound, isWanted: IsWanted): Part {
  const services = round.services.filter(({ id }) => isWanted(id));
  return { atMs: round.atMs, rollups: () => rollUp([{ ...round, services }]) };
}

/** What the rounds of some latest days saw by themselves, in the order of recording. */
export async function readSeenStates(history: History, count: number): Promise<SeenState[]> {
  const rounds = await latestRounds(history, count);
  return rounds.flatMap(({ atMs, route, services }) =>
    services
      .filter(({ roundState }) => roundState !== 'insufficient')
      .map(({ id, roundState, scope }) => ({
        service: id,
        state: roundState,
        scope: scope ?? 'service',
        route,
        atMs,
      })),
  );
}

/** The rounds of the longest span that knows the route of each, with the scopes that they inherit. */
export function roundsByRoute(history: History): Promise<ScopedRound[]> {
  const { bars, barMs } = spans.week;
  return latestRounds(history, (bars * barMs) / dayMs + moreDays);
}

async function latestRounds(history: History, count: number): Promise<ScopedRound[]> {
  const records = await latestDays(history, count);
  return inheritScopes(inheritRoutes(records.flatMap(({ rounds }) => rounds)));
}

async function latestDays(history: History, count: number): Promise<DayRecord[]> {
  const { database, seal } = history;
  if (seal === null) return [];
  const { day } = await readIndex(history);
  const range = IDBKeyRange.lowerBound(day - count, true);
  const sealed = await database.getAll('sealedDays', range);
  return opened(await Promise.all(sealed.map((one) => openDay(seal, one))));
}

function opened<Value>(records: readonly (Value | undefined)[]): Value[] {
  return records.filter((one) => one !== undefined);
}
