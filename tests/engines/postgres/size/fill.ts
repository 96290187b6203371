import path from 'node:path';
import { type Cluster, psql } from '../cluster.ts';
import type { Figure } from './measure.ts';
import { sampleDay } from './sample.ts';

export interface FleetSize {
  probes: number;
  days: number;
}

const fillSql = path.join(import.meta.dirname, 'fill.sql');

/** Makes the days after the sample's in the database itself. Returns how long the summaries of one take at most. */
export function fillDays(cluster: Cluster, { probes, days }: FleetSize): Figure {
  psql(
    cluster,
    '--command',
    `INSERT INTO probes (name)
     SELECT format('%s-net%s-%s', (ARRAY['ru', 'kz', 'ir', 'by'])[1 + n / 10 % 4], n / 10, n)
     FROM generate_series(0, ${probes - 1}) AS n`,
    '--command',
    'ANALYZE',
  );
  let slowest = 0;
  for (let day = 1; day <= days; day += 1) {
    const begunAt = performance.now();
    psql(cluster, '--set', `later=${day}`, '--set', `sample_day=${sampleDay}`, '--file', fillSql);
    const date = dayOf(day).replaceAll('-', '_');
    psql(cluster, '--command', `ANALYZE rounds_${date}, verdicts_${date}, attempts_${date}`);
    const filledAt = performance.now();
    psql(cluster, '--command', 'SELECT summarise()');
    const summedAt = performance.now();
    slowest = Math.max(slowest, summedAt - filledAt);
    const seconds = (ms: number) => Math.round(ms / 1000);
    console.error(
      `day ${day} of ${days}: filled in ${seconds(filledAt - begunAt)} s, summed up in ${seconds(summedAt - filledAt)} s`,
    );
  }
  psql(cluster, '--command', 'ANALYZE');
  return { name: "a day's summaries", measured: Math.round(slowest), unit: 'ms', limit: Infinity };
}

/** The date of the day with a number, 0 for the sample's. */
export function dayOf(number: number): string {
  const dayMs = 24 * 60 * 60 * 1000;
  return new Date(Date.parse(sampleDay) + number * dayMs).toISOString().slice(0, 10);
}
