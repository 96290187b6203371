import { execFileSync } from 'node:child_process';
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

// No `google-chrome`: branded Chrome has ignored --load-extension since version 137.
const names = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome'];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/**
 * Looks for Chromium or Chrome for Testing: first DOZVON_CHROMIUM, then the PATH, then Playwright's
 * own.
 * @returns {Promise<{path: string, problem: null} | {path: null, problem: string | null}>}
 * `problem` says what is wrong with DOZVON_CHROMIUM; null if there is no browser at all.
 */
export async function findChromium() {
  const asked = process.env.DOZVON_CHROMIUM;
  if (asked) {
    return isExecutable(asked)
      ? { path: asked, problem: null }
      : { path: null, problem: `DOZVON_CHROMIUM: found ${asked}, which is no executable file` };
  }
  const found = onPath() ?? (await playwrightChromium());
  return found === null ? { path: null, problem: null } : { path: found, problem: null };
}

/** @returns {string | null} */
function onPath() {
  const candidates = names.flatMap((name) => findOnPath(name) ?? []);
  if (process.platform === 'darwin') candidates.push(...macApplications.filter(isExecutable));
  return candidates.find((file) => !isSnap(file) && !isBranded(file)) ?? null;
}

/**
 * Also searches the `sbin` folders that an ordinary PATH omits.
 * @param {string} name
 * @returns {string | null}
 */
export function findOnPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return (
    [...folders, '/usr/sbin', '/sbin']
      .map((folder) => path.join(folder, file))
      .find(isExecutable) ?? null
  );
}

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Ubuntu's browser packages only start snaps, which cannot read a profile in /tmp.
 * @param {string} file
 * @returns {boolean}
 */
export function isSnap(file) {
  if (path.basename(realpathSync(file)) === 'snap') return true;
  const descriptor = openSync(file, 'r');
  const beginning = Buffer.alloc(4096);
  readSync(descriptor, beginning);
  closeSync(descriptor);
  return beginning.toString('latin1').startsWith('#!') && beginning.includes('/snap/bin');
}

/**
 * `chrome` may be branded Chrome or Chrome for Testing; only its version text shows which.
 * @param {string} file
 * @returns {boolean}
 */
function isBranded(file) {
  return path.parse(file).name === 'chrome' && !/for Testing|Chromium/.test(askVersion(file));
}

/**
 * @param {string} file
 * @returns {string} Empty if it does not start.
 */
function askVersion(file) {
  try {
    return execFileSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' });
  } catch {
    return '';
  }
}

/** @returns {Promise<string | null>} */
async function playwrightChromium() {
  try {
    const { chromium } = await import('@playwright/test');
    const file = chromium.executablePath();
    // On a bare machine it is installed but does not start, since system libraries are missing.
    return isExecutable(file) && askVersion(file) !== '' ? file : null;
  } catch {
    // The packages are not installed yet.
    return null;
  }
}
