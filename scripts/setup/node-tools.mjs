import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The Node that the tools want: the repository's own where it is installed.
 * @returns {string}
 */
export function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = path.join(root, 'node_modules', 'node', 'bin', name);
  return existsSync(own) ? own : process.execPath;
}

/**
 * For child processes. An empty HOME would send npm's, Playwright's and Chromium's files to
 * paths relative to the current folder, so the account's own home takes its place.
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment() {
  const bin = path.join(root, 'node_modules', '.bin');
  const environment = { ...process.env };
  const pathKey = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  environment[pathKey] = [bin, environment[pathKey]].filter(Boolean).join(path.delimiter);
  if (process.platform !== 'win32' && !environment.HOME) environment.HOME = accountHome();
  return environment;
}

/** @returns {string} */
function accountHome() {
  try {
    return os.userInfo().homedir || os.tmpdir();
  } catch {
    // A user id without an account, as containers have.
    return os.tmpdir();
  }
}
