import type { ServiceCheck } from '../../model/bar.ts';
import { openDay } from '../index/day-record.ts';
import type { MonthRecord } from '../index/records.ts';
import { readIndex } from '../index/store.ts';
import { createRoundReader } from '../kept/read-rounds.ts';
import type { History, WritableHistory } from '../open.ts';

/** Milliseconds since 1970; a round that starts at the second is left out. */
interface Period {
  service: string;
  fromMs: number;
  toMs: number;
}

/** What the rounds of a period saw of a service, oldest first. Opens only days and rounds that have a part in it. */
export async function readChecks(history: History, period: Period): Promise<ServiceCheck[]> {
  const readRounds = createRoundReader(history);
  const checks: ServiceCheck[] = [];
  for await (const { number, round } of readRounds(await numbersIn(history, period))) {
    const service = round.services.find(({ id }) => id === period.service);
    if (service === undefined) continue;
    const { state, roundState, mechanisms } = service;
    const { id: roundId, startedAt } = round;
    checks.push({ roundId, number, startedAt, state, roundState, mechanisms });
  }
  return checks.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
}

async function numbersIn(history: History, { service, fromMs, toMs }: Period): Promise<number[]> {
  const { database, seal } = history;
  if (seal === null) return [];
  const numbers: number[] = [];
  for (const day of await daysIn({ database, seal }, { fromMs, toMs })) {
    const sealed = await database.get('sealedDays', day);
    const record = sealed && (await openDay(seal, sealed));
    for (const { number, atMs, services } of record?.rounds ?? []) {
      const isIn = atMs >= fromMs && atMs < toMs;
      if (isIn && services.some(({ id }) => id === service)) numbers.push(number);
    }
  }
  return numbers;
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
