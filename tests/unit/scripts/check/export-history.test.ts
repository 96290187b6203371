import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { StretchRequest } from '../../../../lib/model/history-stretch.ts';
import type { Ask } from '../../../../scripts/check/ask.ts';
import { exportFormatOf } from '../../../../scripts/check/export-format.ts';
import { exportHistory } from '../../../../scripts/check/export-history.ts';
import { shapeOf } from '../../../../scripts/check/save-history.ts';
import { bytesOf, textOf } from '../../../helpers/exports.ts';
import { longHistory } from '../../../helpers/long-history.ts';

const rounds = [...longHistory(5)];
const selection = { from: null, to: null, services: ['viber'] };

const usual = {
  dialect: 'comma',
  label: null,
  localTime: false,
  leavesOutAddresses: false,
  route: false,
} as const;
const shape = shapeOf(usual);

/** Answers with two rounds at a time, and notes what it was asked. */
function anExtension() {
  const asked: StretchRequest[] = [];
  const ask = (async (_name: string, request: StretchRequest) => {
    asked.push(request);
    const begin = request.after ?? 0;
    const end = begin + 2;
    const last = end < rounds.length ? end : null;
    return { rounds: rounds.slice(begin, end), read: 2, total: rounds.length, last };
  }) as unknown as Ask;
  return { ask, asked };
}

it.each(['csv', 'jsonl'] as const)('writes all stretches as %s', async (format) => {
  const { ask, asked } = anExtension();
  const parts = exportHistory({ ask, format, selection, shape, say: () => {}, now: () => 0 });
  const text = Buffer.concat(await Array.fromAsync(parts)).toString('utf8');

  const ticks = { addresses: true, routing: format === 'jsonl' };
  expect(text).toBe(await textOf(format, rounds, ticks));
  expect(asked).toEqual([null, 2, 4].map((after) => ({ ...selection, after })));
});

it('writes a file as it is wanted', async () => {
  const { ask } = anExtension();
  const wanted = shapeOf({
    dialect: 'semicolon',
    label: ' Home ',
    localTime: true,
    leavesOutAddresses: true,
    route: false,
  });
  const given = {
    ask,
    format: 'csv',
    selection,
    shape: wanted,
    say: () => {},
    now: () => 0,
  } as const;
  const text = Buffer.concat(await Array.fromAsync(exportHistory(given))).toString('utf8');

  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const dialect = { bom: true, delimiter: ';', decimal: ',', guarded: true } as const;
  const ticks = { addresses: false, routing: false };
  expect(text).toBe(await textOf('csv', rounds, { ...ticks, label: 'Home', timeZone, dialect }));
  expect(text.startsWith('\uFEFFschema_version;')).toBe(true);
  expect(text).toContain(';Home;');
});

it.each(['csv', 'parquet'] as const)(
  'adds the route to %s where that is wanted',
  async (format) => {
    const { ask } = anExtension();
    const wanted = shapeOf({ ...usual, route: true });
    const given = { ask, format, selection, shape: wanted, say: () => {}, now: () => 0 };
    const bytes = Buffer.concat(await Array.fromAsync(exportHistory(given)));

    expect(bytes).toEqual(await bytesOf(format, rounds, { addresses: true, routing: true }));
    expect(bytes).not.toEqual(await bytesOf(format, rounds, { addresses: true }));
  },
);

it('says at the end which services no check has, once', async () => {
  const { ask } = anExtension();
  const said: string[] = [];
  const wanted = { ...selection, services: ['club', 'viber', 'gone'] };
  const say = (line: string) => said.push(line);
  const given = { ask, format: 'bundle', selection: wanted, shape, say, now: () => 0 } as const;
  await Array.fromAsync(exportHistory(given));

  expect(said).toEqual(['No check of: club, gone']);
});

it('guards no text in the raw dialect', () => {
  expect(shapeOf({ ...usual, dialect: 'raw' }).dialect.guarded).toBe(false);
  expect(shape).toMatchObject({ addresses: true, label: null, timeZone: null });
});

it('says how far it is, not for each stretch', async () => {
  const { ask } = anExtension();
  const said: string[] = [];
  let time = 0;
  const now = () => (time += 3000);
  const options = { ask, selection, shape, now, say: (line: string) => said.push(line) };
  const bytes = Buffer.concat(await Array.fromAsync(exportHistory({ ...options, format: 'ooni' })));

  expect(gunzipSync(bytes).toString('utf8')).toContain('browser_web');
  expect(said).toEqual(['Read 4 of 5 rounds']);
});

it.each([
  ['a.csv', 'csv'],
  ['a.verdicts.csv', 'verdicts'],
  ['a.changes.csv', 'changes'],
  ['a.jsonl', 'jsonl'],
  ['a.ooni.jsonl.gz', 'ooni'],
  ['a.json', 'json'],
  ['a.parquet', 'parquet'],
  ['a.zip', 'bundle'],
  ['a.txt', null],
  ['csv', null],
])('takes the format from the name %s', (file, format) => {
  expect(exportFormatOf(file)).toBe(format);
});
