import type { ServiceCheck } from '../../model/bar.ts';
import type { RoutingVerdict } from '../../model/route.ts';
import type { Scope } from '../../model/state.ts';
import { openDay } from '../index/day-record.ts';
import type { MonthRecord } from '../index/records.ts';
import { readIndex } from '../index/store.ts';
import { createRoundReader } from '../kept/read-rounds.ts';
import type { History, WritableHistory } from '../open.ts';
import { inheritScopes, type ScopedRound } from '../rollup/inherit-scopes.ts';
import { roundsByRoute } from './bars.ts';

/** Milliseconds since 1970; a round that starts at the second is left out. */
interface Period {
  service: string;
  fromMs: number;
  toMs: number;
  /** As bars have it that are parts of a day; null for all. */
  route: RoutingVerdict | null;
}

/** What the rounds of a period saw of a service, oldest first. Opens only days and rounds that have a part in it. */
export async function readChecks(history: History, period: Period): Promise<ServiceCheck[]> {
  const readRounds = createRoundReader(history);
  const scopes = await scopesIn(history, period);
  const checks: ServiceCheck[] = [];
  for await (const { number, round } of readRounds([...scopes.keys()])) {
    const service = round.services.find(({ id }) => id === period.service);
    if (service === undefined) continue;
    const { state, roundState, mechanisms } = service;
    const { id: roundId, startedAt } = round;
    const scope = scopes.get(number) ?? service.scope;
    checks.push({ roundId, number, startedAt, state, scope, roundState, mechanisms });
  }
  return checks.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
}

/** Of the service's states, by the numbers of the rounds. */
async function scopesIn(history: History, period: Period): Promise<Map<number, Scope>> {
  const { service, fromMs, toMs, route } = period;
  const rounds = await (route === null ? roundsAbout(history, period) : roundsByRoute(history));
  const scopes = new Map<number, Scope>();
  for (const { number, atMs, services, ...round } of rounds) {
    const isWanted = atMs >= fromMs && atMs < toMs && (route === null || round.route === route);
    const seen = services.find(({ id }) => id === service);
    if (isWanted && seen) scopes.set(number, seen.stateScope);
  }
  return scopes;
}

/** Those of all days that have a part in the period. */
async function roundsAbout(history: History, period: Period): Promise<ScopedRound[]> {
  const { database, seal } = history;
  if (seal === null) return [];
  const rounds: ScopedRound[] = [];
  for (const day of await daysIn({ database, seal }, period)) {
    const sealed = await database.get('sealedDays', day);
    const record = sealed && (await openDay(seal, sealed));
    rounds.push(...inheritScopes(record?.rounds ?? []));
  }
  return rounds;
}

/** Numbers of the days that have a part in the period; the latest day is in no month yet. */
async function daysIn(
  history: WritableHistory,
  { fromMs, toMs }: Pick<Period, 'fromMs' | 'toMs'>,
): Promise<number[]> {
  const { database, seal } = history;
  const first = new Date(fromMs).toISOString().slice(0, 10);
  const last = new Date(toMs - 1).toISOString().slice(0, 10);
  const sealed = await database.getAll('sealedMonths');
  const months = await Promise.all(sealed.map((one) => seal.open<MonthRecord>(one)));
  const finished = months
    .flatMap((month) => month?.days ?? [])
    .filter(({ day }) => day >= first && day <= last)
    .map(({ number }) => number);
  return [...finished, (await readIndex(history)).day];
}
