import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnvironment, projectNode, root } from './node-tools.mjs';
import { SetupError, say } from './report.mjs';
import { runCommand } from './run-command.mjs';

const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(root, 'node_modules', '.dozvon-lock');
const installedFile = path.join(root, 'node_modules', '.package-lock.json');

/**
 * Installs the packages of package-lock.json unless they are present.
 * @returns {Promise<void>}
 */
export async function ensurePackages() {
  const lock = readFileSync(lockFile);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readStamp() !== hash) {
    if (!isInstalled(JSON.parse(lock.toString()))) await install();
    writeStamp(hash);
  }
  if (projectNode() === process.execPath && Number.parseInt(process.versions.node, 10) < 22) {
    throw new SetupError(
      `The tools need Node 22 or newer, this is ${process.version}, and package-lock.json has none for this computer, ` +
        "or npm's settings leave it out. Type: npm ci --include=optional, or use Node 22 or newer",
    );
  }
  linkNode();
}

// Scripts of package.json find the tools' Node by this link. npm 9 and 10 were seen not to make it in `npm ci`.
function linkNode() {
  const node = projectNode();
  const link = path.join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'win32' || !node.startsWith(root) || existsSync(link)) return;
  try {
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), node), link);
  } catch (error) {
    throw new SetupError(
      `Cannot link the tools' Node: ${String(error)}. Type, as the owner of the folder: npm ci`,
    );
  }
}

/**
 * Saves time at the next start. Who may not write there, as where somebody else installed the packages, does without.
 * @param {string} hash
 */
function writeStamp(hash) {
  try {
    writeFileSync(stampFile, hash);
  } catch (error) {
    say(`Cannot note that the packages are installed: ${String(error)}`);
  }
}

/** @returns {string | null} */
function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}

/**
 * Also accepts packages that a person installed with npm: npm leaves a record of them.
 * @param {{packages: Record<string, {version?: string, integrity?: string, optional?: boolean}>}} lock
 * @returns {boolean}
 */
function isInstalled(lock) {
  if (!existsSync(installedFile)) return false;
  const installed = installedPackages();
  return Object.entries(lock.packages).every(([name, wanted]) => {
    if (name === '') return true;
    const found = installed[name];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * None where npm's record is damaged.
 * @returns {Record<string, {version?: string, integrity?: string}>}
 */
function installedPackages() {
  try {
    return JSON.parse(readFileSync(installedFile, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

async function install() {
  say('Installing the packages of package-lock.json (npm ci) …');
  // The environment passes on `npm run --silent` and NODE_ENV=production; neither may apply here. Whether
  // packages may run scripts is up to the person's settings: none of these needs to.
  const included = ['--include=dev', '--include=optional'];
  const { ok, reason } = await npm(['ci', ...included, '--loglevel=error', '--no-fund']);
  if (!ok) {
    throw new SetupError(`Cannot install the packages: ${reason}. Type: npm ci`);
  }
}

/**
 * @param {string[]} npmArguments
 * @param {string} [folder] With a package.json.
 */
export function npm(npmArguments, folder = root) {
  const options = { cwd: folder, env: childEnvironment(), limitMs: 900_000 };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) {
    return runCommand(process.execPath, [cli, ...npmArguments], options);
  }
  return runCommand('npm', npmArguments, { ...options, shell: process.platform === 'win32' });
}
