import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPackages, sbomName, sourcesName } from './packages/names.ts';
import { type Lock, sbom } from './packages/sbom.ts';
import { filesInGit, zipFiles } from './packages/sources.ts';
import { builds, reportFailure, root, runWxt, say } from './setup/index.mjs';

const output = path.join(root, '.output');

try {
  // Otherwise the checksums would include packages of earlier versions.
  for (const name of findPackages(output)) rmSync(path.join(output, name));
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const build of Object.values(builds)) await runWxt(['zip', ...build.options]);
  // To upload to Chrome's store; the others are to be loaded from a folder or a file.
  await runWxt(['zip', '--mode', 'store']);
  writeFileSync(path.join(output, sbomName(version)), sbomOf(findPackages(output)));
  writeSources(version);
  const sums = [...findPackages(output), sbomName(version)].map(
    (name) => `${sumOf(name)}  ${name}\n`,
  );
  writeFileSync(path.join(output, 'SHA256SUMS'), sums.join(''));
  // It was of other sums.
  rmSync(path.join(output, 'SHA256SUMS.sig'), { force: true });
  say(`Packages in .output:\n${sums.join('')}Verify: cd .output && sha256sum -c SHA256SUMS`);
} catch (error) {
  reportFailure(error);
}

function sbomOf(files: readonly string[]): string {
  const lock: Lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const shipped = files.map((file) => {
    // Named as WXT names them: dozvon-0.1.0-chrome-research.zip is of chrome-mv3-research.
    const [, browser, mode] = /-(chrome|firefox)(-\w+)?\.zip$/.exec(file) ?? [];
    const list = path.join(output, `${browser}-mv3${mode ?? ''}.packages.json`);
    return { file, sha256: sumOf(file), bundled: JSON.parse(readFileSync(list, 'utf8')) };
  });
  return sbom(shipped, lock);
}

/** All builds have the same sources, so one archive is enough. */
function writeSources(version: string): void {
  const files = filesInGit(root);
  if (files === null) {
    say('No archive of the sources: this folder is not a clone of git.');
    return;
  }
  writeFileSync(path.join(output, sourcesName(version)), zipFiles(root, files));
}

function sumOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(output, name)))
    .digest('hex');
}
