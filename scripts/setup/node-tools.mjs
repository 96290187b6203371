import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Path of the Node that runs the tools: the one of package-lock.json if installed, which has one for Linux
 * and for Windows on x64.
 * @returns {string}
 */
export function projectNode() {
  const [platform, name] =
    process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
  const own = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name);
  return existsSync(own) ? own : process.execPath;
}

/**
 * The environment for child processes. With an empty HOME, npm, Playwright and Chromium would write
 * to paths relative to the current folder, so the account's home replaces it.
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
    // A user id without an account, as in some containers.
    return os.tmpdir();
  }
}
