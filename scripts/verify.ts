import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCommit } from './packages/build-commit.ts';
import { type Comparison, compare } from './packages/compare.ts';
import { filesInGit, git } from './packages/sources.ts';
import { root, say } from './setup/index.mjs';

const usage = `Usage: npm run verify -- FILE…
Says of each file whether it is a package that the current commit builds, byte for byte.
Exit status: 0 each is, 1 one is not, 2 bad usage, 3 no build possible.`;

/** Names of files in one line. */
const toldAtMost = 5;

process.exitCode = verify(process.argv.slice(2));

function verify(files: readonly string[]): number {
  if (files.includes('--help')) return end(0, usage);
  if (files.length === 0) return end(2, usage);
  const unreadable = files.find((file) => read(file) === null);
  if (unreadable !== undefined) {
    return end(2, `FILE: found ${unreadable}; allowed: a file that can be read`);
  }
  if (filesInGit(root) === null) return end(3, 'This folder is not a clone of git.');
  const commit = git(root, ['rev-parse', '--short', 'HEAD']).trim();
  const contents = files.map((file) => ({ file, bytes: read(file) ?? new Uint8Array() }));
  const packages = build();
  if (packages === null) return end(3, `Commit ${commit} cannot be built.`);
  const compared = contents.map(({ file, bytes }) => ({ file, ...compare(bytes, packages) }));
  for (const one of compared) console.log(line(one, commit));
  return compared.every(({ is }) => is !== null) ? 0 : 1;
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(path.resolve(process.env.INIT_CWD ?? '.', file));
  } catch {
    return null;
  }
}

function build(): Map<string, Uint8Array> | null {
  try {
    return buildCommit();
  } catch (error) {
    say(String(error));
    return null;
  }
}

function line({ file, is, like, differs }: Comparison & { file: string }, commit: string): string {
  if (is !== null) return `ok    ${file} is ${is} of commit ${commit}`;
  if (like === null) return `WRONG ${file} is no package`;
  if (differs.length === 0)
    return `WRONG ${file} holds what ${like} holds, but is packed otherwise`;
  const told = differs.slice(0, toldAtMost).join(', ');
  const more = differs.length > toldAtMost ? `, and ${differs.length - toldAtMost} more` : '';
  return `WRONG ${file} is not ${like} of commit ${commit}: ${told}${more}`;
}

function end(status: number, message: string): number {
  say(message);
  return status;
}
