import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../lab.ts';

/** Room for a profile and a few checks. */
const megabytes = 400;
const commandTimeoutMs = 10_000;

/** How often what the browser has freed is taken again. */
const fillingMs = 5;

/** A small disk in the lab's home that a test can fill. */
export interface SmallDisk {
  path: string;
  /** Uses up all free space, and what becomes free by and by, as another program would. */
  fill(): void;
  empty(): void;
  remove(): void;
}

export function createSmallDisk(lab: Lab): SmallDisk {
  const path = mkdtempSync(join(lab.home, 'disk-'));
  const filling = join(path, 'filling');
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  let timer: NodeJS.Timeout | undefined;
  return {
    path,
    fill() {
      takeAll(path, filling);
      timer = setInterval(() => takeAll(path, filling), fillingMs);
    },
    empty() {
      clearInterval(timer);
      rmSync(filling);
    },
    remove() {
      clearInterval(timer);
      // A lazy unmount also detaches files that the browser has not closed yet.
      run('umount', ['--lazy', path]);
    },
  };
}

function takeAll(path: string, filling: string): void {
  const { bavail, bsize } = statfsSync(path);
  for (let left = bavail; left > 0; left -= 1) {
    try {
      writeFileSync(filling, Buffer.alloc(bsize), { flag: 'a' });
    } catch {
      return;
    }
  }
}

function run(command: string, parameters: string[]): void {
  execFileSync(command, parameters, { stdio: 'pipe', timeout: commandTimeoutMs });
}
