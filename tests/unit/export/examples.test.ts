import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormatId } from '../../../lib/export/formats.ts';
import { recordRound } from '../../../lib/history/rounds.ts';
import { selectRounds } from '../../../lib/history/select-rounds.ts';
import type { Round } from '../../../lib/model/round.ts';
import { median } from '../../../lib/observe/median.ts';
import { bytesOf } from '../../helpers/exports.ts';
import { useHistory } from '../../helpers/history.ts';
import { longHistory } from '../../helpers/long-history.ts';

const examples = new URL('../../../docs/examples/', import.meta.url);
const files: [name: string, format: ExportFormatId][] = [
  ['verdicts.csv', 'verdicts'],
  ['changes.csv', 'changes'],
  ['attempts.csv', 'csv'],
  ['attempts.parquet', 'parquet'],
  ['attempts.ooni.jsonl.gz', 'ooni'],
  ['bundle.zip', 'bundle'],
];

const openHistory = useHistory();
let folder: string;
let connection: DuckDBConnection;
/** What the history holds, read back from it. */
let rounds: Round[];

beforeAll(async () => {
  const history = await openHistory();
  for (const round of longHistory(120)) {
    await recordRound(history, { round, standings: [], full: true });
  }
  rounds = await Array.fromAsync(selectRounds(history));
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-examples-'));
  for (const [name, format] of files) {
    writeFileSync(path.join(folder, name), await bytesOf(format, rounds));
  }
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
});

afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

/** The rows of an example, each cell as text. */
function query(example: string): Promise<Record<string, string>[]> {
  return rowsOf(readFileSync(new URL(example, examples), 'utf8'));
}

async function rowsOf(sql: string): Promise<Record<string, string>[]> {
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, String(cell as string | number)]),
    ),
  );
}

type Counts = Record<string, number>;

/** How often each key comes. */
function counted(keys: readonly string[]): Counts {
  const groups = [...Map.groupBy(keys, (key) => key)];
  return Object.fromEntries(groups.map(([key, all]) => [key, all.length]));
}

const servicesOf = () => rounds.flatMap(({ services }) => services);
const shownStates = () => {
  const measured = servicesOf().filter(({ roundState }) => roundState !== 'insufficient');
  return counted(measured.map(({ id, state }) => `${id} ${state}`));
};
const attemptsOf = () =>
  servicesOf().flatMap(({ id, targets }) =>
    targets.flatMap(({ attempts }) => attempts.map((attempt) => ({ service: id, ...attempt }))),
  );

describe('the attempts that count', () => {
  const sums = "count(*) AS attempts, count(DISTINCT round_id || ' ' || service) AS checks";

  it.each([
    ['CSV', "read_csv('attempts.csv')"],
    ['Parquet', "'attempts.parquet'"],
    [
      'JSON Lines',
      "(SELECT columns('x_(.*)') AS '\\1' FROM (SELECT unnest(test_keys) FROM read_json('attempts.ooni.jsonl.gz')))",
    ],
  ])('are the same as %s, with the same states', async (_format, file) => {
    const sql = `SELECT service, service_state, ${sums} FROM ${file} WHERE valid GROUP BY ALL`;
    const found = (await rowsOf(sql)).map(
      ({ service, service_state: state, attempts, checks }) =>
        `${service} ${state}: ${attempts} in ${checks}`,
    );

    const groups = Map.groupBy(servicesOf(), ({ id, state }) => `${id} ${state}`);
    const expected = [...groups].flatMap(([key, services]) => {
      const valid = services.map(({ targets }) =>
        targets.flatMap(({ attempts }) => attempts).filter((attempt) => attempt.valid),
      );
      const some = valid.filter(({ length }) => length > 0);
      return some.length === 0 ? [] : [`${key}: ${some.flat().length} in ${some.length}`];
    });
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(expected.length).toBeGreaterThan(15);
  });
});

describe('the queries', () => {
  it('states.sql counts what people were shown', async () => {
    const rows = await query('states.sql');
    const found = Object.fromEntries(
      rows.map((row) => [`${row.service} ${row.service_state}`, Number(row.checks)]),
    );

    expect(found).toEqual(shownStates());
    expect(Object.keys(found).length).toBeGreaterThan(15);
  });

  it('failures.sql counts the valid attempts, and those that failed', async () => {
    const rows = await query('failures.sql');
    const valid = attemptsOf().filter((attempt) => attempt.valid);
    const keyOf = (one: { service: string; startedAt: string }) =>
      `${one.service} ${one.startedAt.slice(0, 10)}`;

    const attempts = Object.fromEntries(
      rows.map((row) => [`${row.service} ${row.day}`, Number(row.attempts)]),
    );
    expect(attempts).toEqual(counted(valid.map(keyOf)));
    const failing = rows.filter((row) => row.failed !== '0');
    const failed = Object.fromEntries(
      failing.map((row) => [`${row.service} ${row.day}`, Number(row.failed)]),
    );
    expect(failed).toEqual(counted(valid.filter(({ ok }) => !ok).map(keyOf)));
  });

  it('latency.sql finds the median', async () => {
    const rows = await query('latency.sql');
    const timed = attemptsOf().filter(({ ok, valid, totalMs }) => ok && valid && totalMs !== null);

    expect(rows.length).toBeGreaterThan(5);
    for (const { service, attempts, half_within: half } of rows) {
      const times = timed
        .filter((one) => one.service === service)
        .map(({ totalMs }) => totalMs ?? 0);
      expect(Number(attempts)).toBe(times.length);
      const lower = times.filter((time) => time < Number(half)).length;
      expect(times).toContain(Number(half));
      expect(Math.abs(lower - times.length / 2)).toBeLessThanOrEqual(1);
      expect(Number(half)).toBeLessThanOrEqual(median(times));
    }
  });

  it('mechanisms.sql counts each mechanism of what was blocked', async () => {
    const rows = await query('mechanisms.sql');
    const blocked = servicesOf().filter(({ state }) => /blocked/.test(state));
    const keys = blocked.flatMap(({ id, mechanisms }) => mechanisms.map((one) => `${id} ${one}`));

    const found = Object.fromEntries(
      rows.map((row) => [`${row.service} ${row.mechanism}`, Number(row.checks)]),
    );
    expect(found).toEqual(counted(keys));
    expect(found).not.toEqual({});
  });

  it('changes.sql finds when a service became blocked', async () => {
    const rows = await query('changes.sql');
    const expected = [...new Set(servicesOf().map(({ id }) => id))]
      .toSorted()
      .flatMap(blockedSince);

    expect(rows.map(({ service, since }) => `${service} ${since}`)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(3);
  });

  it('ooni.sql counts failures by OONI’s string', async () => {
    const rows = await query('ooni.sql');
    const failed = attemptsOf().filter(({ ok, valid }) => valid && !ok);

    const found = Object.fromEntries(
      rows.map((row) => [`${row.service} ${row.failure}`, Number(row.attempts)]),
    );
    expect(found).toEqual(counted(failed.map(({ service, failure }) => `${service} ${failure}`)));
  });
});

const hasPandas = spawnSync('python3', ['-c', 'import pandas']).status === 0;

describe('the scripts', () => {
  const run = (script: string, file: string): Counts => {
    const command = [new URL(script, examples).pathname, path.join(folder, file)];
    const lines = execFileSync('python3', command, { encoding: 'utf8' }).trimEnd().split('\n');
    return Object.fromEntries(
      lines.map((line) => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), Number(line.slice(end))];
      }),
    );
  };

  it('states.py counts what people were shown', () => {
    expect(run('states.py', 'verdicts.csv')).toEqual(shownStates());
  });

  // A library of 200 MB that no other test needs: it is tried where it is present.
  if (hasPandas) {
    it('states_pandas.py does so too', () => {
      expect(run('states_pandas.py', 'verdicts.csv')).toEqual(shownStates());
    });
  }

  it('bundle.py reads every row of a bundle', () => {
    const { attempts, verdicts } = run('bundle.py', 'bundle.zip');
    expect(attempts).toBeGreaterThanOrEqual(attemptsOf().length);
    expect(verdicts).toBe(servicesOf().length + gaps().length);
  });
});

const gaps = () => rounds.filter(({ services }) => services.length === 0);

it('every example is told of in their README, and runs here', () => {
  const readme = readFileSync(new URL('README.md', examples), 'utf8');
  const test = readFileSync(new URL(import.meta.url), 'utf8');
  for (const name of readdirSync(examples).filter((file) => file !== 'README.md')) {
    expect(readme).toContain(`\`${name}\``);
    expect(test).toContain(`'${name}`);
  }
});

/** When a service came to be blocked, told plainly. */
function blockedSince(service: string): string[] {
  let former: string | null = null;
  return rounds.flatMap((round) => {
    const state = round.services.find(({ id }) => id === service)?.state;
    if (state === undefined) return [];
    const isChange = former !== null && state !== former;
    former = state;
    return isChange && /blocked/.test(state) ? [`${service} ${round.startedAt}`] : [];
  });
}
