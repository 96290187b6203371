import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensurePrograms } from './debian.mjs';
import { projectNode, root } from './node-tools.mjs';
import { npm } from './packages.mjs';
import { SetupError, say } from './report.mjs';

const version = '2.0.0-dev.0';

/** No package that appeared later: nothing else says which versions it gets. */
const before = '2026-11-29';

const folder = path.join(root, 'node_modules', '.cache', `uptime-kuma-${version}`);
const stamp = path.join(folder, 'complete');

/** The folder of its package, once it is installed. */
export const uptimeKumaFolder = path.join(folder, 'node_modules', 'uptime-kuma');

// What builds its SQLite.
const compilers = ['g++', 'make', 'python3'].map((name) => ({ program: name, package: name }));

/**
 * Installs Uptime Kuma from npm, unless it is present: of its version 2, the only one there. None of its packages may run
 * a script but SQLite, which would else be downloaded from elsewhere.
 * @returns {Promise<void>}
 */
export async function ensureUptimeKuma() {
  if (existsSync(stamp)) return;
  await ensurePrograms(compilers, 'to build the SQLite of Uptime Kuma');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  say(`Installing Uptime Kuma ${version} (240 MB, about two minutes) …`);
  await run('install', '--ignore-scripts', `--before=${before}`, `uptime-kuma@${version}`);
  moveMisplaced();
  const ownNode = path.dirname(path.dirname(projectNode()));
  await run(
    'rebuild',
    '--ignore-scripts=false',
    '--build-from-source',
    `--nodedir=${ownNode}`,
    '@louislam/sqlite3',
  );
  writeFileSync(stamp, '');
}

/** Its newest steps of the database were packed beside the folder in which it looks for them. */
function moveMisplaced() {
  const database = path.join(uptimeKumaFolder, 'db');
  for (const name of readdirSync(database)) {
    if (!name.startsWith('patch-')) continue;
    cpSync(path.join(database, name), path.join(database, 'old_migrations', name));
  }
}

/** @param {string[]} npmArguments */
async function run(...npmArguments) {
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];
  const { ok, reason } = await npm([...npmArguments, ...quiet], folder);
  if (!ok) throw new SetupError(`Cannot install Uptime Kuma: ${reason}`);
}
