import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Benchmark } from './benchmark.ts';

const build = '.output/chrome-mv3';

/** The size of the download, and of the popup's scripts. */
export const sizeBenchmark: Benchmark = {
  name: 'size',
  async measure() {
    const files = readdirSync(build, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const popup = loadedBy(join(build, 'popup.html'));
    return [
      {
        name: 'unpacked Chromium build',
        unit: 'bytes',
        measured: sum(files.map((file) => statSync(file).size)),
        limit: 400_000,
        note: `${files.length} files`,
      },
      {
        name: "popup's code, gzip",
        unit: 'bytes',
        measured: sum(popup.map((file) => gzipSync(readFileSync(file)).byteLength)),
        limit: 40_000,
        note: `${popup.length} scripts`,
      },
    ];
  },
};

/** The scripts of a page and their static imports, without scripts loaded on demand. */
function loadedBy(page: string): string[] {
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)];
  const queue = named.flatMap((match) => (match[1] === undefined ? [] : [join(build, match[1])]));
  for (const file of queue) {
    const imports = readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g,
    );
    for (const [, relative = ''] of imports) {
      const imported = join(file, '..', relative);
      if (!queue.includes(imported)) queue.push(imported);
    }
  }
  return queue;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
