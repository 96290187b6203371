import path from 'node:path';
import { type Cluster, exampleOf, psql } from '../cluster.ts';
import { dayOf } from './fill.ts';

export interface Figure {
  name: string;
  measured: number;
  unit: '' | 'B' | 'GB' | 'ms';
  limit: number;
  /** Of several runs, where `measured` is the slowest. */
  fastest?: number;
}

const tables = ['rounds', 'verdicts', 'attempts'];
const summaries = ['network_hours', 'place_days', 'failure_days', 'changes'];

/** Rows, and bytes of a row and its place in the index, for each table with partitions; bytes of all. */
export function sizeFigures(cluster: Cluster): Figure[] {
  const numberOf = (sql: string) =>
    Number(psql(cluster, '--tuples-only', '--no-align', '--command', `SELECT ${sql}`));
  const perRow = tables.flatMap((table): Figure[] => {
    const rows = numberOf(`count(*) FROM ${table}`);
    const sum = (size: string) =>
      numberOf(`sum(${size}(relid)) FROM pg_partition_tree('${table}') WHERE isleaf`);
    const figure = (name: string, bytes: number): Figure => ({
      name: `${table}: ${name}`,
      measured: Math.round((bytes / rows) * 10) / 10,
      unit: 'B',
      limit: Infinity,
    });
    return [
      { name: table, measured: rows, unit: '', limit: Infinity },
      figure('of a row', sum('pg_table_size')),
      figure('in indexes', sum('pg_indexes_size')),
    ];
  });
  const perSummary = summaries.map(
    (table): Figure => ({
      name: table,
      measured: numberOf(`count(*) FROM ${table}`),
      unit: '',
      limit: Infinity,
    }),
  );
  const gigabytes = Math.round(numberOf('pg_database_size(current_database())') / 1e8) / 10;
  return [
    ...perRow,
    ...perSummary,
    { name: 'all', measured: gigabytes, unit: 'GB', limit: Infinity },
  ];
}

const usual = [
  'changes.sql',
  'share.sql',
  'disagree.sql',
  'engines.sql',
  'together.sql',
  'failures.sql',
  'failures_by_place.sql',
];

const runs = 5;

/** The slowest of five runs of each question for one day, with the start of psql in it; the first finds no cache. */
export function questionFigures(cluster: Cluster, days: number): Figure[] {
  const day = Math.ceil(days / 2);
  const period = ['--set', `from=${dayOf(day)}`, '--set', `to=${dayOf(day + 1)}`];
  const network = ['--set', 'network=ru-net0'];
  const timesOf = (...parameters: string[]) => {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const begunAt = performance.now();
      psql(cluster, '--output', '/dev/null', ...period, ...network, ...parameters);
      times.push(Math.round(performance.now() - begunAt));
    }
    return { measured: Math.max(...times), fastest: Math.min(...times) };
  };
  const figureOf = (name: string, file: string, limit: number): Figure => ({
    name,
    ...timesOf('--file', file),
    unit: 'ms',
    limit,
  });
  return [
    ...usual.map((name) => figureOf(name, exampleOf(name), 2000)),
    figureOf(
      'the last one without its summary',
      path.join(import.meta.dirname, 'whole-day.sql'),
      Infinity,
    ),
  ];
}
