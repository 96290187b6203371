import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePrivateFile } from '../../../../scripts/check/private-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-private-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const encoder = new TextEncoder();

it('writes a file that others may not read, also where one was before', async () => {
  const file = path.join(folder, 'history.csv');
  writeFileSync(file, 'old', { mode: 0o644 });

  await writePrivateFile(
    file,
    (async function* () {
      yield encoder.encode('first ');
      expect(readFileSync(file, 'utf8')).toBe('old');
      yield encoder.encode('second');
    })(),
  );

  expect(readFileSync(file, 'utf8')).toBe('first second');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['history.csv']);
});

it('takes the place of a link, and leaves alone what it pointed to', async () => {
  const other = path.join(folder, 'other');
  const file = path.join(folder, 'history.csv');
  writeFileSync(other, 'theirs');
  symlinkSync(other, file);

  await writePrivateFile(
    file,
    (async function* () {
      yield encoder.encode('history');
    })(),
  );

  expect(readFileSync(other, 'utf8')).toBe('theirs');
  expect(readFileSync(file, 'utf8')).toBe('history');
});

it('leaves nothing behind where the parts fail', async () => {
  const file = path.join(folder, 'history.csv');
  const failing = (async function* () {
    yield encoder.encode('first ');
    throw new Error('broken');
  })();

  await expect(writePrivateFile(file, failing)).rejects.toThrow('broken');

  expect(readdirSync(folder)).toEqual([]);
});

it('takes the place of what a killed command of the same process number has left', async () => {
  const file = path.join(folder, 'history.csv');
  writeFileSync(path.join(folder, `.history.csv.${process.pid}.tmp`), 'half');

  await writePrivateFile(
    file,
    (async function* () {
      yield encoder.encode('history');
    })(),
  );

  expect(readFileSync(file, 'utf8')).toBe('history');
  expect(readdirSync(folder)).toEqual(['history.csv']);
});
