import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { childEnvironment, projectNode, root } from './node-tools.mjs';
import { SetupError, say } from './report.mjs';
import { runCommand } from './run-command.mjs';

const sources = [
  'entrypoints',
  'components',
  'lib',
  'locales',
  'public',
  'docs/visibility.md',
  'docs/visibility.ru.md',
  'scripts/countries',
  'scripts/licenses',
  'scripts/pages',
  'scripts/texts',
  'wxt.config.ts',
  'tsconfig.json',
  'LICENSE',
  'package-lock.json',
];

/** @type {Record<string, {folder: string, options: string[]}>} */
export const builds = {
  chromium: { folder: 'chrome-mv3', options: [] },
  research: { folder: 'chrome-mv3-research', options: ['--mode', 'research'] },
  firefox: { folder: 'firefox-mv3', options: ['-b', 'firefox', '--mv3'] },
  'firefox-research': {
    folder: 'firefox-mv3-research',
    options: ['-b', 'firefox', '--mv3', '--mode', 'research'],
  },
};

/**
 * Builds the extension unless the output is up to date with the sources.
 * @param {string} name One of `builds`.
 * @param {{force?: boolean}} [options]
 * @returns {Promise<string>} Folder of the unpacked extension.
 */
export async function ensureBuild(name, options = {}) {
  const build = builds[name];
  if (build === undefined) throw new SetupError(`No such build: ${name}`);
  const folder = path.join(root, '.output', build.folder);
  const stampFile = `${folder}.stamp`;
  const hash = hashSources();
  const fresh =
    existsSync(path.join(folder, 'manifest.json')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hash;
  if (fresh && options.force !== true) return folder;
  say(`Building the extension (${name}) …`);
  rmSync(stampFile, { force: true });
  await runWxt(['build', ...build.options]);
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
  return folder;
}

/**
 * @param {readonly string[]} wxtArguments
 * @returns {Promise<void>}
 */
export async function runWxt(wxtArguments) {
  const cli = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { ok, reason } = await runCommand(projectNode(), [cli, ...wxtArguments], {
    cwd: root,
    // Vitest and other tools set NODE_ENV, which would change the build.
    env: { ...childEnvironment(), NODE_ENV: 'production' },
  });
  if (!ok) {
    const typed = ['npx wxt', ...wxtArguments].join(' ');
    throw new SetupError(`Cannot build the extension: ${reason}. Type: ${typed}`);
  }
}

/** @returns {string} */
function hashSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(listFiles)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} source
 * @returns {string[]}
 */
function listFiles(source) {
  const place = path.join(root, source);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [source];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
