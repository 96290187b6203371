import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../setup/index.mjs';
import { findPackages, sbomName, sourcesName } from './names.ts';
import { git, zipFiles } from './sources.ts';

/** All builds, on a slow computer. */
const buildMs = 600_000;

/**
 * The packages that the current commit builds in a folder of its own, and their bill of materials, by name; what is not
 * committed is not in them.
 */
export function buildCommit(): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dozvon-verify-'));
  try {
    const copy = path.join(folder, 'dozvon');
    mkdirSync(copy);
    const archive = path.join(folder, 'commit.tar');
    git(root, ['archive', '--output', archive, 'HEAD']);
    execFileSync('tar', ['-x', '-f', archive, '-C', copy], { stdio: 'pipe', timeout: buildMs });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
    execFileSync(process.execPath, ['scripts/zip.ts'], {
      cwd: copy,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: buildMs,
    });
    return packagesIn(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function packagesIn(copy: string): Map<string, Uint8Array> {
  const output = path.join(copy, '.output');
  const { version } = JSON.parse(readFileSync(path.join(copy, 'package.json'), 'utf8'));
  const files = git(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD']).split('\0');
  const sources = zipFiles(copy, files.filter(Boolean));
  return new Map<string, Uint8Array>([
    ...[...findPackages(output), sbomName(version)].map((name): [string, Uint8Array] => [
      name,
      readFileSync(path.join(output, name)),
    ]),
    [sourcesName(version), sources],
  ]);
}
