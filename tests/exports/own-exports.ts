import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Round } from '../../lib/model/round.ts';
import { runTask, type Task } from '../bench/history/task-browser.ts';
import { withTaskPage } from '../bench/history/with-page.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { createLab, type Lab } from '../lab/lab.ts';
import { check } from '../lab/run/run-check.ts';

/** How DuckDB reads an export, with the columns of a table of attempts. */
const tables = [
  ['attempts.csv', (file: string) => `read_csv('${file}')`],
  ['attempts.parquet', (file: string) => `'${file}'`],
  [
    'attempts.ooni.jsonl.gz',
    (file: string) =>
      `(SELECT columns('x_(.*)') AS '\\1' FROM (SELECT unnest(test_keys) FROM read_json('${file}')))`,
  ],
] as const;

/** Rows of each kind: by service, the state shown, and whether an attempt got through and counts. */
type Counts = Map<string, number>;

export interface ComparedExport {
  name: string;
  bytes: number;
  rows: number;
  kinds: number;
  /** What differs from the database; empty where it is the same. */
  differences: string[];
}

/** Fills a real Chromium's history, has the product's command export it, and compares what DuckDB reads in the files. */
export async function compareOwnExports(attempts: number): Promise<ComparedExport[]> {
  const lab = await createLab();
  const profile = join(lab.home, 'kept');
  try {
    await lab.setWorld({});
    // Nothing but a profile of the command's own is exported.
    await succeed(lab, '--profile', profile, '--services', 'max');
    const all = countsOf(await fillHistory(lab, profile, attempts));
    const valid = new Map([...all].filter(([kind]) => kind.endsWith(' true')));
    const compared: ComparedExport[] = [];
    for (const [name, table] of tables) {
      const file = join(lab.home, name);
      await succeed(lab, '--profile', profile, '--export', file);
      const found = await countRows(table(file));
      // OONI's lines are measurements alone (docs/data.md).
      const expected = name.includes('.ooni.') ? valid : all;
      compared.push({
        name,
        bytes: statSync(file).size,
        rows: sumOf(found),
        kinds: found.size,
        differences: differencesOf(found, expected),
      });
    }
    return compared;
  } finally {
    await lab.close();
  }
}

async function succeed(lab: Lab, ...options: string[]): Promise<void> {
  const { code, errors } = await check(lab, ...options);
  if (code !== 0) throw new Error(`check ${options.join(' ')}: ${errors}`);
}

/** All rounds of the history, read from the browser's database. */
async function fillHistory(lab: Lab, profile: string, attempts: number): Promise<Round[]> {
  const build = await withTaskPage('.output/chrome-mv3-research');
  try {
    const launched = await launchExtension(lab, { build, profile, agrees: false });
    const { extension } = launched;
    await extension.ask('changeSettings', { everyMinutes: null, onNetworkChange: false });
    const page = await extension.context.newPage();
    await page.goto(extension.address('tasks.html'));
    const task: Task = { name: 'fill', argument: attempts };
    await page.evaluate(runTask, task);
    const records = await readRecords<Round>(extension.page, 'sealedRounds');
    await launched.quit();
    return records.map(([, round]) => round);
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
}

function countsOf(rounds: readonly Round[]): Counts {
  const kinds = rounds.flatMap(({ services }) =>
    services.flatMap(({ id, state, targets }) =>
      targets.flatMap(({ attempts }) =>
        attempts.map(({ ok, valid }) => [id, state, ok, valid].join(' ')),
      ),
    ),
  );
  return new Map(
    [...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => [kind, length]),
  );
}

async function countRows(table: string): Promise<Counts> {
  const connection: DuckDBConnection = await (await DuckDBInstance.create(':memory:')).connect();
  const kind = "concat_ws(' ', service, service_state, ok, valid)";
  const rows = await connection.runAndReadAll(
    `SELECT ${kind}, count(*) FROM ${table} GROUP BY ALL`,
  );
  connection.closeSync();
  return new Map(rows.getRowsJson().map(([name, count]) => [name as string, Number(count)]));
}

function differencesOf(found: Counts, expected: Counts): string[] {
  return [...new Set([...found.keys(), ...expected.keys()])]
    .filter((kind) => found.get(kind) !== expected.get(kind))
    .map((kind) => `${kind}: found ${found.get(kind) ?? 0}, expected ${expected.get(kind) ?? 0}`);
}

function sumOf(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
