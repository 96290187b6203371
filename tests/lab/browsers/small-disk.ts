import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../lab.ts';

/** Room for a profile and a few checks. */
const megabytes = 400;
const commandTimeoutMs = 10_000;

/** A small disk in the lab's home that a test can fill. */
export interface SmallDisk {
  path: string;
  /** Uses up all free space. */
  fill(): void;
  empty(): void;
  remove(): void;
}

export function createSmallDisk(lab: Lab): SmallDisk {
  const path = join(lab.home, 'disk');
  const filling = join(path, 'filling');
  mkdirSync(path);
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  return {
    path,
    fill() {
      const { bavail, bsize } = statfsSync(path);
      for (let left = bavail; left > 0; left -= 1) {
        try {
          writeFileSync(filling, Buffer.alloc(bsize), { flag: 'a' });
        } catch {
          return;
        }
      }
    },
    empty: () => rmSync(filling),
    // A lazy unmount also detaches files that the browser has not closed yet.
    remove: () => run('umount', ['--lazy', path]),
  };
}

function run(command: string, parameters: string[]): void {
  execFileSync(command, parameters, { stdio: 'pipe', timeout: commandTimeoutMs });
}
