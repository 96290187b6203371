import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from '../find-browser.mjs';
import { ensurePrograms } from './debian.mjs';

// Databases that the tests of the examples in docs/fleet start, each with the package that contains it.
const engines = [
  { program: 'postgres', package: 'postgresql', find: () => findPostgres('postgres') },
  { program: 'psql', package: 'postgresql-client' },
  { program: 'prometheus', package: 'prometheus' },
  { program: 'victoria-metrics', package: 'victoria-metrics' },
];

/**
 * Debian keeps the server's programs off the PATH, in a folder for each version.
 * @param {string} program
 * @returns {string | null} Path of the newest.
 */
export function findPostgres(program) {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).map(Number) : [];
  const candidates = versions
    .toSorted((one, other) => other - one)
    .map((version) => path.join(folder, String(version), 'bin', program));
  return candidates.find((file) => existsSync(file)) ?? findOnPath(program);
}

/**
 * Installs the databases, unless they are present. Debian's packages also set up servers of their own, which nothing
 * here uses.
 * @returns {Promise<void>}
 */
export function ensureEngines() {
  return ensurePrograms(engines, "for the tests of docs/fleet, with Debian's own servers");
}
