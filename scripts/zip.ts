import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPackages, sourcesName } from './packages/names.ts';
import { filesInGit, zipFiles } from './packages/sources.ts';
import { builds, reportFailure, root, runWxt, say } from './setup/index.mjs';

const output = path.join(root, '.output');

try {
  // Otherwise the checksums would include packages of earlier versions.
  for (const name of findPackages(output)) rmSync(path.join(output, name));
  for (const build of Object.values(builds)) await runWxt(['zip', ...build.options]);
  // To upload to Chrome's store; the others are to be loaded from a folder or a file.
  await runWxt(['zip', '--mode', 'store']);
  writeSources();
  const sums = findPackages(output).map((name) => `${sumOf(name)}  ${name}\n`);
  writeFileSync(path.join(output, 'SHA256SUMS'), sums.join(''));
  say(`Packages in .output:\n${sums.join('')}Verify: cd .output && sha256sum -c SHA256SUMS`);
} catch (error) {
  reportFailure(error);
}

/** All builds have the same sources, so one archive is enough. */
function writeSources(): void {
  const files = filesInGit(root);
  if (files === null) {
    say('No archive of the sources: this folder is not a clone of git.');
    return;
  }
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  writeFileSync(path.join(output, sourcesName(version)), zipFiles(root, files));
}

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(output, name)))
    .digest('hex');
}
