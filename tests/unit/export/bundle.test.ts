import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../lib/export/bundle.ts';
import type { Round } from '../../../lib/model/round.ts';
import { bytesOf, noTicks, textOf } from '../../helpers/exports.ts';
import { longHistory } from '../../helpers/long-history.ts';

interface Field {
  name: string;
  type: string;
  description: string;
  constraints: { required: boolean; enum?: string[] };
}

interface Package {
  rounds: number;
  firstRoundStartedAt: string;
  versions: { app: string[]; method: string[]; catalog: string[] };
  resources: { path: string; schema?: { fields: Field[] } }[];
}

const rounds = [...longHistory(25)];

describe('the bundle', () => {
  let files: Record<string, Uint8Array>;
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const described = () => JSON.parse(text('datapackage.json')) as Package;
  beforeAll(async () => {
    files = unzipSync(new Uint8Array(await bytesOf('bundle', rounds, { label: 'дом' })));
  });

  it('has every table as the single exports have it', async () => {
    const label = 'дом';
    expect(text('attempts.csv')).toBe(await textOf('csv', rounds, { label }));
    expect(text('verdicts.csv')).toBe(await textOf('verdicts', rounds, { label }));
    expect(text('changes.csv')).toBe(await textOf('changes', rounds, { label }));
    expect(text('rounds.jsonl')).toBe(await textOf('jsonl', rounds));
    const parquet = new Uint8Array(files['attempts.parquet'] ?? []).buffer;
    const { data } = Papa.parse(text('attempts.csv'), { header: true, skipEmptyLines: true });
    expect(await parquetReadObjects({ file: parquet })).toHaveLength(data.length);
  });

  it('describes each of its files, and each column of a table in its place', () => {
    const { resources } = described();

    const data = Object.keys(files).filter((name) => !/datapackage|README/.test(name));
    expect(resources.map(({ path }) => path).toSorted()).toEqual(data.toSorted());
    const tables = resources.filter(({ schema }) => schema !== undefined);
    expect(tables).toHaveLength(3);
    for (const { path, schema } of tables) {
      const [header] = text(path).split('\r\n');
      expect(schema?.fields.map(({ name }) => name).join(',')).toBe(header);
    }
  });

  it('holds what it promises of each column', () => {
    for (const { path, schema } of described().resources) {
      if (schema === undefined) continue;
      const rows = Papa.parse<Record<string, string>>(text(path), {
        header: true,
        skipEmptyLines: true,
      }).data;
      for (const field of schema.fields) {
        for (const row of rows) {
          expect(row[field.name], `${path} ${field.name}`).toSatisfy((cell) => fits(cell, field));
        }
      }
    }
  });

  it('says how many checks it has, of when, and by which versions', () => {
    const { versions, ...told } = described();

    expect(told).toMatchObject({ rounds: 25, firstRoundStartedAt: rounds[0]?.startedAt });
    const software = rounds.map((round) => round.software);
    expect(new Set(versions.method)).toEqual(new Set(software.map(({ logic }) => logic)));
    expect(new Set(versions.catalog)).toEqual(new Set(software.map(({ catalog }) => catalog)));
    expect(text('README.md')).toContain(`Checks: 25\n`);
    expect(text('README.md')).toContain(versions.catalog[0]);
  });
});

it('has the same checks in each file, though others end meanwhile', async () => {
  const history = rounds.slice(0, 3);
  const growing: AsyncIterable<Round> = {
    async *[Symbol.asyncIterator]() {
      yield* history;
      history.push(...rounds.slice(history.length, history.length + 1));
    },
  };

  const parts = await Array.fromAsync(bundle.write(growing, noTicks));

  const files = unzipSync(new Uint8Array(Buffer.concat(parts)));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const asked = { header: true, skipEmptyLines: true } as const;
  const idsIn = (name: string) =>
    new Set(Papa.parse<{ round_id: string }>(text(name), asked).data.map((row) => row.round_id));
  const three = new Set(rounds.slice(0, 3).map(({ id }) => id));
  expect(idsIn('attempts.csv')).toEqual(three);
  expect(idsIn('verdicts.csv')).toEqual(three);
  expect(text('rounds.jsonl').trimEnd().split('\n')).toHaveLength(3);
  const parquet = new Uint8Array(files['attempts.parquet'] ?? []).buffer;
  const rows = await parquetReadObjects({ file: parquet });
  expect(new Set(rows.map((row) => row.round_id))).toEqual(three);
  expect(JSON.parse(text('datapackage.json'))).toMatchObject({ rounds: 3 });
});

const forms: Record<string, RegExp> = {
  string: /^.*$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

function fits(cell: string, { type, constraints }: Field): boolean {
  if (cell === '') return !constraints.required;
  return (
    forms[type]?.test(cell) === true &&
    (constraints.enum === undefined || constraints.enum.includes(cell))
  );
}
