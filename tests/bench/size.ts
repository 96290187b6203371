import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ensureBuild } from '../../scripts/setup/index.mjs';
import { readSizeLimits } from '../../scripts/size/limits.ts';
import type { Benchmark } from './benchmark.ts';

/** What people download and what pages load. */
export const sizeBenchmark: Benchmark = {
  name: 'size',
  async measure() {
    await ensureBuild('chromium');
    await ensureBuild('firefox');
    return readSizeLimits().map(({ name, files, gzip, limitBytes }) => ({
      name: gzip ? `${name}, gzip` : `${name}, unpacked`,
      unit: 'bytes',
      measured: files.map(gzip ? gzippedBytes : bytes).reduce((sum, one) => sum + one, 0),
      limit: limitBytes,
      note: `${files.length} files`,
    }));
  },
};

function bytes(file: string): number {
  return statSync(file).size;
}

function gzippedBytes(file: string): number {
  return gzipSync(readFileSync(file)).byteLength;
}
