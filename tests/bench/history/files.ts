import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Figure } from '../benchmark.ts';
import type { TaskBrowser } from './task-browser.ts';

/** What has a row for each attempt, in the order of `page/files.ts`; how DuckDB reads it. */
const files = [
  { name: 'attempts.csv', from: "read_csv('attempts.csv')" },
  { name: 'attempts.parquet', from: "'attempts.parquet'" },
  {
    name: 'attempts.ooni.jsonl.gz',
    from: "(SELECT columns('x_(.*)') AS '\\1' FROM (SELECT unnest(test_keys) FROM read_json('attempts.ooni.jsonl.gz')))",
  },
];

/** Files that the browser made of all of it: their sizes, and whether DuckDB counts in them what the database holds. */
export async function fileFigures(browser: TaskBrowser): Promise<Figure[]> {
  const expected = new Set(await browser.run('countAttempts', 0));
  const folder = mkdtempSync(join(tmpdir(), 'dozvon-files-'));
  try {
    const sizes: number[] = [];
    for (const [index, { name }] of files.entries()) {
      sizes.push(await save(browser, { index, path: join(folder, name) }));
    }
    const [csv = Number.NaN, parquet = Number.NaN] = sizes;
    const megabytes = sizes.map((size) => `${(size / 1e6).toFixed(1)} MB`);
    return [
      {
        name: 'Parquet, to CSV of the same attempts',
        unit: 'ratio',
        measured: parquet / csv,
        limit: 1 / 5,
        note: `CSV, Parquet and JSON Lines: ${megabytes.join(', ')}`,
      },
      ...(await countsOf(folder, expected)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the size of the file, in bytes. */
async function save(
  { run }: TaskBrowser,
  { index, path }: { index: number; path: string },
): Promise<number> {
  const size = await run('saveFile', index);
  for (let start = 0; start < size; ) {
    const url = await run('partOfFile', start);
    const part = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    appendFileSync(path, part);
    start += part.byteLength;
  }
  return size;
}

async function countsOf(folder: string, expected: ReadonlySet<string>): Promise<Figure[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  const figures: Figure[] = [];
  for (const { name, from } of files) {
    const rows = await connection.runAndReadAll(
      `SELECT service || ' ' || service_state || ': ' || count(*) || ' in ' ||
        count(DISTINCT round_id || ' ' || service) FROM ${from} WHERE valid GROUP BY service, service_state`,
    );
    const found = new Set(rows.getRows().map(([group]) => String(group)));
    figures.push({
      name: `groups of service and state that DuckDB counts otherwise in ${name}`,
      unit: 'count',
      measured: expected.size === 0 ? Number.NaN : found.symmetricDifference(expected).size,
      limit: 0,
      note: `${expected.size} groups, attempts and checks in each`,
    });
  }
  connection.closeSync();
  return figures;
}
