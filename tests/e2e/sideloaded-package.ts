import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { findPackages } from '../../scripts/packages/names.ts';
import { childEnvironment, root } from '../../scripts/setup/index.mjs';

const script = fileURLToPath(new URL('./make-package.ts', import.meta.url));

/** Makes a package as `npm run zip` does, of the sources as they are, under a version of its own. */
export function makePackage(browser: 'chrome' | 'firefox', version: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'dozvon-package-'));
  try {
    execFileSync(process.execPath, [script, browser, version, folder], {
      cwd: root,
      env: { ...childEnvironment(), NODE_ENV: 'production', NODE_OPTIONS: '' },
      stdio: 'pipe',
      timeout: 120_000,
    });
    const [name = ''] = findPackages(folder);
    return readFileSync(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces what is in the folder by what is in the package. */
export function unpack(archive: Buffer, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
