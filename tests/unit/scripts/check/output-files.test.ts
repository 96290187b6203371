import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earlierFiles, fileOf, readLastRound } from '../../../../scripts/check/output-files.ts';
import { exampleRound } from '../../export/example-round.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-files-'));
  file = path.join(folder, 'rounds.jsonl');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const first = exampleRound({ id: 'round-1', startedAt: '2026-03-01T12:00:00.000Z' });
// Longer than what is read at once.
const name = 'W'.repeat(200_000);
const services = first.services.map((service) => ({ ...service, name }));
const second = exampleRound({ id: 'round-2', startedAt: '2026-03-01T12:15:00.000Z', services });
const lines = (...rounds: object[]) => rounds.map((round) => `${JSON.stringify(round)}\n`).join('');
const lastOf = ({ id, startedAt }: typeof first) => ({ id, startedAt });

it('puts the day into the name of a file', () => {
  const day = fileOf('/data/rounds.jsonl', 'day', '2026-03-01T23:59:59.999Z');

  expect(path.basename(day)).toBe('rounds-2026-03-01.jsonl');
  expect(fileOf('/data/rounds.jsonl', 'never', '2026-03-01T23:59:59.999Z')).toBe(
    '/data/rounds.jsonl',
  );
});

it('finds the files of earlier runs by their days, the newest first, whatever else is there', () => {
  for (const day of ['2026-02-28', '2026-03-01', 'notes', '2026-03-01-copy']) {
    writeFileSync(path.join(folder, `rounds-${day}.jsonl`), '');
  }

  expect(earlierFiles(file, 'day')).toEqual([
    path.join(folder, 'rounds-2026-03-01.jsonl'),
    path.join(folder, 'rounds-2026-02-28.jsonl'),
  ]);
  expect(earlierFiles(file, 'never')).toEqual([]);
});

it('reads the last round, however long its line', () => {
  writeFileSync(file, lines(first, second));
  expect(readLastRound(file)).toEqual(lastOf(second));

  writeFileSync(file, lines(second, first));
  expect(readLastRound(file)).toEqual(lastOf(first));
});

it.each([1, 10, 26, 500, 100_000])('removes a line of which only %i characters came', (length) => {
  writeFileSync(file, lines(first) + lines(second).slice(0, length));

  expect(readLastRound(file)).toEqual(lastOf(first));
  expect(readFileSync(file, 'utf8')).toBe(lines(first));
});

it.each([
  ['zeros alone', 0],
  ['a beginning, and zeros', 10],
  ['a part, and zeros', 500],
])('removes what a failure of power leaves on some disks: %s', (_what, length) => {
  const zeros = '\0'.repeat(70_000);
  writeFileSync(file, lines(first) + lines(second).slice(0, length) + zeros);

  expect(readLastRound(file)).toEqual(lastOf(first));
  expect(readFileSync(file, 'utf8')).toBe(lines(first));
});

it('knows no round of an empty file, or of one with a line that never came', () => {
  writeFileSync(file, '');
  expect(readLastRound(file)).toBeNull();

  writeFileSync(file, lines(first).slice(0, 100));
  expect(readLastRound(file)).toBeNull();
  expect(readFileSync(file, 'utf8')).toBe('');
});

it.each([
  ['ends with other text', () => `${lines(first)}mine`, 'it ends with a line that is no round'],
  ['is no text of rounds', () => 'mine\n', 'its last line is no round'],
  ['has one line, not of a round', () => '{"a":1}', 'it ends with a line that is no round'],
])('leaves alone a file that %s', (_what, text, reason) => {
  writeFileSync(file, text());

  expect(() => readLastRound(file)).toThrow(reason);
  expect(readFileSync(file, 'utf8')).toBe(text());
});
