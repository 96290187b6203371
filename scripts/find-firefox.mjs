import path from 'node:path';
import { findOnPath, isExecutable, isSnap } from './find-browser.mjs';

const names = ['firefox-esr', 'firefox'];
const places = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...[process.env.ProgramFiles, process.env['ProgramFiles(x86)']].flatMap((folder) =>
    folder ? [path.join(folder, 'Mozilla Firefox', 'firefox.exe')] : [],
  ),
];

/**
 * Looks for Firefox: first DOZVON_FIREFOX, then the PATH, then its installer's default folders.
 * @returns {{path: string, problem: null} | {path: null, problem: string | null}} `problem` says
 * what is wrong with DOZVON_FIREFOX; null if there is no browser at all.
 */
export function findFirefox() {
  const asked = process.env.DOZVON_FIREFOX;
  if (asked) {
    return isExecutable(asked)
      ? { path: asked, problem: null }
      : { path: null, problem: `DOZVON_FIREFOX: found ${asked}, which is no executable file` };
  }
  const candidates = [...names.flatMap((name) => findOnPath(name) ?? []), ...places];
  const found = candidates.find((file) => isExecutable(file) && !isSnap(file));
  return { path: found ?? null, problem: null };
}
