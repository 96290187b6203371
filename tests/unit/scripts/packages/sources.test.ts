import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesInGit, zipFiles } from '../../../../scripts/packages/sources.ts';

let folder = '';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('the files of the sources', () => {
  it('are those that git knows, those with a dot and letters of other scripts too', () => {
    for (const file of ['.npmrc', 'lib/проба.ts', 'notes.txt']) write(file, file);
    execFileSync('git', ['-C', folder, 'init', '-q']);
    execFileSync('git', ['-C', folder, 'add', '.npmrc', 'lib']);

    expect(filesInGit(folder)).toEqual(['.npmrc', 'lib/проба.ts']);
  });

  it('are not known in a folder of another’s clone', () => {
    write('inside/file', '');
    execFileSync('git', ['-C', folder, 'init', '-q']);

    expect(filesInGit(path.join(folder, 'inside'))).toBeNull();
  });

  it('are not known where there is no clone', () => {
    expect(filesInGit(folder)).toBeNull();
  });
});

describe('the archive of the sources', () => {
  it('holds the files', () => {
    write('a/one.ts', 'one');
    write('.two', 'two');

    const held = unzipSync(zipFiles(folder, ['a/one.ts', '.two']));

    expect(Object.entries(held).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
      ['.two', 'two'],
      ['a/one.ts', 'one'],
    ]);
  });

  it('has the same bytes whatever the order, the dates of the files and the time zone', () => {
    write('one', '1');
    write('two', '2');
    vi.stubEnv('TZ', 'America/New_York');
    const first = zipFiles(folder, ['one', 'two']);
    utimesSync(path.join(folder, 'one'), 1, 1);
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const second = zipFiles(folder, ['two', 'one']);

    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('tells which files can be run', () => {
    write('run', '');
    const plain = zipFiles(folder, ['run']);
    chmodSync(path.join(folder, 'run'), 0o755);

    expect(Buffer.compare(zipFiles(folder, ['run']), plain)).not.toBe(0);
  });
});
