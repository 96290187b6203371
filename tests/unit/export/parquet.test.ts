import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AttemptRow, attempts } from '../../../lib/export/columns/attempts.ts';
import type { Column } from '../../../lib/export/columns/column.ts';
import { rawDialect } from '../../../lib/export/csv/dialect.ts';
import { parquet } from '../../../lib/export/parquet.ts';
import type { Round } from '../../../lib/model/round.ts';
import { bytesOf, partsOf, textOf } from '../../helpers/exports.ts';
import { longHistory } from '../../helpers/long-history.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from './example-round.ts';

/** More rows than one group has. */
const rounds: Round[] = [...longHistory(500)];
const ticks = { routing: true, addresses: true, label: 'дом', timeZone: 'Europe/Moscow' };

function fileOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

describe('a long history as Parquet', () => {
  let file: ArrayBuffer;
  let csv: string;
  beforeAll(async () => {
    file = fileOf(await bytesOf('parquet', rounds, ticks));
    csv = await textOf('csv', rounds, { ...ticks, dialect: rawDialect });
  });

  it('has the cells of the CSV, in their types', async () => {
    const expected = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    const found = await parquetReadObjects({ file });

    expect(found).toHaveLength(expected.data.length);
    for (const [index, row] of found.entries()) {
      expect(row).toEqual(typedRow(expected.data[index] ?? {}));
    }
  });

  it('is written in groups of rows, and is at most a fifth of the CSV', () => {
    expect(parquetMetadata(file).row_groups.length).toBeGreaterThan(1);
    expect(file.byteLength).toBeLessThan(csv.length / 5);
  });

  it('comes in parts, so that a long one is never whole in memory', async () => {
    const parts = await partsOf(parquet, rounds);
    const whole = parts.reduce((sum, part) => sum + part.length, 0);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(whole);
    expect(parts.length).toBeGreaterThan(2);
  });
});

it('can be read without any row', async () => {
  const file = fileOf(await bytesOf('parquet', []));
  expect(await parquetReadObjects({ file })).toEqual([]);
});

it('leaves the route and addresses empty without their ticks', async () => {
  const file = fileOf(await bytesOf('parquet', [exampleRound()]));
  const [row] = await parquetReadObjects({ file });
  expect(row).toMatchObject({
    routing: null,
    exit_asn: null,
    remote_ip: null,
    service: 'telegram',
  });
});

const columns = new Map<string, Column<AttemptRow>>(
  [...attempts.columns, ...attempts.ticked].map((column) => [column.name, column]),
);

/** A row of the CSV with the values that its columns promise. */
function typedRow(row: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, text]) => [name, text === '' ? null : typed(name, text)]),
  );
}

function typed(name: string, text: string): unknown {
  switch (columns.get(name)?.type) {
    case 'integer':
      return BigInt(text);
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    case 'datetime':
      return new Date(text);
    default:
      return text;
  }
}

it('names the address that each attempt asked', async () => {
  const seen = [exampleAttempt(), exampleAttempt({ n: 2, url: 'https://other.example/' })];
  const services = [exampleService({ targets: [exampleTarget({ attempts: seen })] })];

  const file = fileOf(await bytesOf('parquet', [exampleRound({ services })]));

  expect((await parquetReadObjects({ file })).map((row) => row.url)).toEqual([
    'https://web.example/',
    'https://other.example/',
  ]);
});
