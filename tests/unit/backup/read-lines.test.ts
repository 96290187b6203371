import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BackupUnfit } from '../../../lib/backup/problem.ts';
import { readLines } from '../../../lib/backup/read-lines.ts';
import { lineSchemas } from '../../../lib/backup/schema/line.ts';
import { usualBounds } from '../../../lib/backup/split-lines.ts';
import type { BackupProblem } from '../../../lib/model/backup.ts';
import { longHistory } from '../../helpers/long-history.ts';
import { wordlessRules } from '../../helpers/wordless-rules.ts';
import { aGoneEntry, anEntry, writtenBackup } from '../../helpers/written-backup.ts';

let file: Buffer;
let lines: string[];
beforeAll(async () => {
  const [gone, ...rounds] = longHistory(25);
  const entries = [aGoneEntry(gone as never), ...rounds.map(anEntry)];
  file = Buffer.from(await (await writtenBackup({ entries })).arrayBuffer());
  lines = gunzipSync(file).toString('utf8').split('\n').slice(0, -1);
});

function read(bytes: Uint8Array, bounds = usualBounds) {
  return Array.fromAsync(readLines(new Blob([new Uint8Array(bytes)]), bounds));
}

const packed = (all: readonly string[]) =>
  gzipSync(Buffer.from(all.map((line) => `${line}\n`).join('')));

async function problemOf(bytes: Uint8Array, bounds = usualBounds): Promise<BackupProblem> {
  const error = await read(bytes, bounds).catch((one: unknown) => one);
  if (error instanceof BackupUnfit) return error.problem;
  throw new Error('It was read.', { cause: error });
}

/** The file with one line another. */
function withLine(number: number, change: (line: string) => string): Buffer {
  return packed(lines.map((line, index) => (index === number - 1 ? change(line) : line)));
}

/** Some notes, each with an id of its own. */
function notes(count: number) {
  const at = '2026-03-01T12:00:00.000Z';
  return Array.from({ length: count }, (_, index) => ({ id: `${index}`, at, text: 'moved' }));
}

const site = { id: 'own-1', name: 'Club', url: 'https://club.example.org/', contains: null };
const once = 'an id that stands once';

describe('a backup', () => {
  it('is read whole, with every round as it was recorded', async () => {
    const found = await read(file);

    expect(found.map(({ kind }) => kind)).toEqual([
      'schema',
      'settings',
      'facts',
      'summary',
      ...Array.from({ length: 24 }, () => 'round'),
      'end',
    ]);
    const rounds = found.flatMap(({ kind, value }) => (kind === 'round' ? [value.round] : []));
    expect(rounds.map((round) => JSON.stringify(round))).toEqual(
      [...longHistory(25)].slice(1).map((round) => JSON.stringify(round)),
    );
  });

  it('that is cut anywhere is none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 1 }), async (length) => {
        expect(await problemOf(file.subarray(0, length))).toMatchObject({ line: 0, rule: 'gzip' });
      }),
      { numRuns: 40 },
    );
  });

  it('of which a bit is another is none, or the same', async () => {
    const whole = await read(file);
    // Without what gzip itself says of the time and of the system.
    const anyBit = fc.tuple(fc.integer({ min: 10, max: file.length - 1 }), fc.nat({ max: 7 }));
    await fc.assert(
      fc.asyncProperty(anyBit, async ([at, bit]) => {
        const flipped = Buffer.from(file);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);

        const found = await read(flipped).catch((error: unknown) => error);
        // Some bits of gzip mean nothing, as those that fill its last byte up.
        if (!(found instanceof BackupUnfit)) expect(found).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('whose lines are cut off is none', async () => {
    for (const length of [1, 3, 10, lines.length - 1]) {
      const rule = await problemOf(packed(lines.slice(0, length)));
      expect(rule).toMatchObject({ line: length, rule: 'end' });
    }
    expect(await problemOf(packed([]))).toMatchObject({ rule: 'end' });
    expect(await problemOf(gzipSync(lines.join('\n')))).toMatchObject({ rule: 'end' });
  });

  it('with a line too many, too few, or in another place is none', async () => {
    const [first = '', ...others] = lines;
    const rounds = lines.slice(4, -1);
    const [one = '', two = ''] = rounds;

    expect(await problemOf(packed(others))).toMatchObject({ line: 1, rule: 'schema' });
    expect(await problemOf(packed([first, ...lines]))).toMatchObject({ line: 2, rule: 'order' });
    expect(await problemOf(packed([...lines, two]))).toMatchObject({ rule: 'order' });
    const without = lines.filter((line) => line !== one);
    expect(await problemOf(packed(without))).toMatchObject({
      rule: 'counts',
      field: 'end.rounds',
      found: '24',
      detail: '23',
    });
    const twice = lines.map((line) => (line === two ? one : line));
    expect(await problemOf(packed(twice))).toMatchObject({ rule: 'once', field: 'round.id' });
    const swapped = lines.map((line) => (line === one ? two : line === two ? one : line));
    expect(await problemOf(packed(swapped))).toMatchObject({ rule: 'sum' });
  });

  it('of a later version, or another file, is refused by name', async () => {
    const later = withLine(1, (line) => line.replace('dozvon.backup/1', 'dozvon.backup/2'));
    expect(await problemOf(later)).toMatchObject({
      line: 1,
      field: 'schema',
      found: '"dozvon.backup/2"',
      rule: 'newer',
    });
    for (const other of ['{"schema":"dozvon.catalog/1"}', '{}', '[]', '{"round":{}}']) {
      expect(await problemOf(packed([other]))).toMatchObject({ line: 1, rule: 'schema' });
    }
    expect(await problemOf(packed(['null']))).toMatchObject({ line: 1, rule: 'json' });
    expect(await problemOf(Buffer.from('round_id,service\r\n'))).toMatchObject({ rule: 'gzip' });
  });

  it.each([
    [2, '"pausedUntil":null', '"pausedUntil":"soon"', 'null, "resumed" or a time in ISO 8601 UTC'],
    [1, /"at":"[^"]*"/, '"at":"yesterday"', 'a time in ISO 8601 UTC'],
    [1, /"at":"[^"]*"/, '"at":"2026-13-45T00:00:00.000Z"', 'a time in ISO 8601 UTC'],
    [
      3,
      '"facts":{',
      `"facts":{"notes":[{"id":"a","at":"2026-03-01T12:00:00.000Z","text":"${'x'.repeat(201)}"}],`,
      '1 to 200 visible characters',
    ],
    [3, '"facts":{', `"facts":{"notes":${JSON.stringify(notes(301))},`, 'at most 300'],
    [3, '"facts":{', `"facts":{"notes":${JSON.stringify([...notes(2), ...notes(1)])},`, once],
    [2, '"ownServices":[]', `"ownServices":${JSON.stringify([site, site])}`, once],
    // Exports have them as whole numbers.
    [6, /"n":\d+/, '"n":1.5', 'a whole number'],
    [6, /"httpStatus":\d+/, '"httpStatus":200.5', 'a whole number'],
    [6, /"bytes":\d+/, '"bytes":0.1', 'a whole number'],
  ])(
    'says in words what is allowed, in line %i instead of %s',
    async (number, part, by, detail) => {
      const unfit = withLine(number, (line) => line.replace(part, by));

      expect(await problemOf(unfit)).toMatchObject({ line: number, rule: 'shape', detail });
    },
  );

  it('says in words what is allowed, by every rule', () => {
    expect(wordlessRules(lineSchemas)).toEqual([]);
  });

  it('says which field does not fit, what is there, and what may be', async () => {
    const replaced = (pattern: string, by: string) => (line: string) => {
      expect(line).toContain(pattern);
      return line.replace(pattern, by);
    };

    expect(await problemOf(withLine(6, replaced('"ok":true', '"ok":"yes"')))).toMatchObject({
      line: 6,
      rule: 'shape',
      found: '"yes"',
      detail: 'boolean',
      field: expect.stringMatching(/^round\..*\.ok$/),
    });
    expect(await problemOf(withLine(2, replaced('"keptDays":180', '"keptDays":4')))).toMatchObject({
      line: 2,
      field: 'settings.checks.keptDays',
      found: '4',
      detail: '7, 30, 90, 180, 365',
    });
    const twice = `"ownServices":${JSON.stringify([site, site])}`;
    expect(await problemOf(withLine(2, replaced('"ownServices":[]', twice)))).toMatchObject({
      line: 2,
      field: 'settings.ownServices.1.id',
      found: '"own-1"',
    });
    expect(await problemOf(withLine(3, replaced('"standings":[],', '')))).toMatchObject({
      line: 3,
      rule: 'missing',
      field: 'facts.standings',
      detail: 'Array',
    });
    expect(await problemOf(withLine(2, replaced('"keptDays":180,', '')))).toMatchObject({
      rule: 'missing',
      field: 'settings.checks.keptDays',
      detail: '7, 30, 90, 180, 365',
    });
    expect(await problemOf(withLine(7, (line) => line.slice(0, -1)))).toMatchObject({
      line: 7,
      rule: 'json',
    });
    const invalid = Buffer.concat([Buffer.from([0xff]), Buffer.from('\n')]);
    expect(await problemOf(gzipSync(invalid))).toMatchObject({ line: 1, rule: 'text' });
  });

  it('takes a time that is none, and a number that is too large, for what they are', async () => {
    const time = withLine(6, (line) =>
      line.replace(/"startedAt":"[^"]+"/, '"startedAt":"2026-13-01T00:00:00Z"'),
    );
    expect(await problemOf(time)).toMatchObject({ line: 6, rule: 'shape' });
    const number = withLine(6, (line) => line.replace(/"totalMs":[\d.]+/, '"totalMs":1e999'));
    expect(await problemOf(number)).toMatchObject({ line: 6, rule: 'shape' });
  });

  it('is not read beyond its bounds', async () => {
    const bomb = gzipSync(Buffer.alloc(4_000_000, 'a'));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await problemOf(bomb, { line: 1_000_000, whole: 10_000_000 })).toMatchObject({
      line: 1,
      rule: 'line',
    });
    expect(await problemOf(file, { line: 1_000_000, whole: 100_000 })).toMatchObject({
      line: 0,
      rule: 'size',
    });
  });

  it('never gives the yes of the first page, or a key, a place', async () => {
    const added = '"checks":{"agreed":true,"historyKey":"a",';
    const changed = withLine(2, (line) => line.replace('"checks":{', added));
    const settings: unknown[] = [];
    await expect(async () => {
      for await (const { kind, value } of readLines(new Blob([new Uint8Array(changed)]))) {
        if (kind === 'settings') settings.push(value.settings.checks);
      }
    }).rejects.toThrow('sha256');

    expect(settings).toHaveLength(1);
    expect(Object.keys(settings[0] as object)).not.toContain('agreed');
    expect(Object.keys(settings[0] as object)).not.toContain('historyKey');
  });
});
