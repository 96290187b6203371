import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builds, reportFailure, root, runWxt, say } from './setup/index.mjs';

const output = path.join(root, '.output');

try {
  // Otherwise the checksums would include packages of earlier versions.
  for (const name of findPackages()) rmSync(path.join(output, name));
  for (const build of Object.values(builds)) await runWxt(['zip', ...build.options]);
  // To upload to Chrome's store; the others are to be loaded from a folder or a file.
  await runWxt(['zip', '--mode', 'store']);
  const sums = findPackages().map((name) => `${sumOf(name)}  ${name}\n`);
  writeFileSync(path.join(output, 'SHA256SUMS'), sums.join(''));
  say(`Packages in .output:\n${sums.join('')}Verify: cd .output && sha256sum -c SHA256SUMS`);
} catch (error) {
  reportFailure(error);
}

function findPackages(): string[] {
  return globSync('*.zip', { cwd: output }).toSorted();
}

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(output, name)))
    .digest('hex');
}
