import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ZippableFile, zipSync } from 'fflate';

const unix = 3;

/** The files that git knows in a folder, as paths from it; null where it is not the top of a working tree. */
export function filesInGit(folder: string): string[] | null {
  try {
    const top = git(folder, ['rev-parse', '--show-toplevel']).trimEnd();
    if (realpathSync(top) !== realpathSync(folder)) return null;
    return git(folder, ['ls-files', '-z']).split('\0').filter(Boolean);
  } catch {
    return null;
  }
}

/** An archive whose bytes depend on the files alone. */
export function zipFiles(folder: string, files: readonly string[]): Uint8Array {
  // Zip keeps dates in local time: this one gives the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1);
  const entries = files.toSorted().map((file): [string, ZippableFile] => {
    const place = path.join(folder, file);
    const executable = (statSync(place).mode & 0o100) !== 0;
    const attributes = (executable ? 0o100755 : 0o100644) << 16;
    return [file, [readFileSync(place), { mtime, os: unix, attrs: attributes >>> 0 }]];
  });
  return zipSync(Object.fromEntries(entries), { level: 9 });
}

export function git(folder: string, parameters: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...parameters], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
    timeout: 60_000,
  });
}
