import {
  lstatSync,
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
import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOutput, isClosedPipe, streamOutput } from '../../../../scripts/check/output.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a file', () => {
  it('keeps its old content until the first part, and has each part at once', async () => {
    const file = path.join(folder, 'result.jsonl');
    writeFileSync(file, 'old');
    const output = fileOutput(file);
    const held = [readFileSync(file, 'utf8')];

    for (const part of ['first\n', 'second\n']) {
      await output.write(bytes(part));
      held.push(readFileSync(file, 'utf8'));
    }
    output.close();

    expect(held).toEqual(['old', 'first\n', 'first\nsecond\n']);
    expect(readdirSync(folder)).toEqual(['result.jsonl']);
  });

  it('adds to what it holds where it is to go on, and begins it where it is missing', async () => {
    const file = path.join(folder, 'result.jsonl');
    for (const part of ['first\n', 'second\n']) {
      const output = fileOutput(file, { adds: true });
      await output.write(bytes(part));
      output.close();
    }

    expect(readFileSync(file, 'utf8')).toBe('first\nsecond\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes the place of a link, and leaves alone what it pointed to', async () => {
    const file = path.join(folder, 'somebody’s');
    const link = path.join(folder, 'link.json');
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    const output = fileOutput(link);

    await output.write(bytes('new'));
    await output.write(bytes(' and more'));
    output.close();

    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readFileSync(link, 'utf8')).toBe('new and more');
    expect(lstatSync(link).isFile()).toBe(true);
  });

  it('can be read by its owner alone, even where others could read the old one', async () => {
    const file = path.join(folder, 'result.json');
    writeFileSync(file, 'old', { mode: 0o644 });
    const output = fileOutput(file);

    await output.write(bytes('new'));
    output.close();

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not written through a link that waits where it begins', async () => {
    const file = path.join(folder, 'result.json');
    const other = path.join(folder, 'other');
    writeFileSync(other, 'theirs');
    symlinkSync(other, path.join(folder, `.result.json.${process.pid}.tmp`));
    const output = fileOutput(file);

    await output.write(bytes('new'));
    output.close();

    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readFileSync(other, 'utf8')).toBe('theirs');
    expect(readdirSync(folder).toSorted()).toEqual(['other', 'result.json']);
  });

  it('is not replaced if it is a device', async () => {
    const output = fileOutput('/dev/null');

    await output.write(bytes('text'));
    await output.write(bytes('more'));
    output.close();

    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });

  it('is named with the reason if it cannot be written', async () => {
    const output = fileOutput(path.join(folder, 'no', 'such.json'));

    await expect(output.write(bytes('text'))).rejects.toThrow(
      /^--output: found ".*such\.json", .*\(no such file or directory\)/,
    );
  });
});

describe('a stream', () => {
  it('has each part once `write` resolves, and stays open', async () => {
    const stream = new PassThrough();
    const output = streamOutput(stream);

    await output.write(bytes('first\n'));
    const first = String(stream.read());
    await output.write(bytes('second\n'));
    output.close();

    expect([first, String(stream.read())]).toEqual(['first\n', 'second\n']);
    expect(stream.writable).toBe(true);
  });

  it('rejects with a closed pipe if the reader is gone', async () => {
    const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(broken) });
    stream.on('error', () => {});

    const failure: unknown = await streamOutput(stream)
      .write(bytes('text'))
      .catch((error) => error);

    expect(isClosedPipe(failure)).toBe(true);
    expect(isClosedPipe(new Error('write EPIPE'))).toBe(false);
  });
});
