import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { isSomebodysChromiumProfile } from '../browser/chromium-profile.ts';
import { isSomebodysFirefoxProfile } from '../browser/firefox-profile.ts';

/** Why a result could not be written to a file later; null if it can. Leaves the file unchanged. */
export function problemOfOutput(file: string, option = '--output'): string | null {
  try {
    const found = existsSync(file) ? statSync(file) : null;
    if (found?.isDirectory() === true) throw new Error('it is a folder');
    // Who made the link says what would be overwritten. A device such as /dev/stdout is not replaced.
    if (isLink(file) && found?.isFile() !== false) throw new Error('it is a symbolic link');
    if (found !== null) accessSync(file, constants.W_OK);
    if (found?.isFile() !== false) {
      // Only an attempt shows it: root passes every access check, even on a read-only file system.
      const attempt = temporaryPath(file);
      closeSync(openSync(attempt, 'wx'));
      rmSync(attempt);
    }
    return null;
  } catch (error) {
    return unwritable(option, file, error);
  }
}

/** The message for an output that cannot be written, or no longer. */
export function unwritable(option: string, file: string, error: unknown): string {
  return `${option}: found ${JSON.stringify(file)}, which cannot be written (${reasonOf(error)}); allowed: a file in an existing folder`;
}

const everyday = [
  {
    name: 'Chromium',
    isSomebodys: isSomebodysChromiumProfile,
    harm: 'and that a check would change',
  },
  {
    name: 'Firefox',
    isSomebodys: isSomebodysFirefoxProfile,
    harm: 'and whose settings a check would change',
  },
];

/**
 * Creates the folder if missing, for its owner alone: Firefox's files could be read by others. Returns why no browser
 * could use it; null if one can. A profile that somebody uses is refused, in the other browser too, which would write
 * its own files among them.
 */
export function problemOfProfile(folder: string): string | null {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    readdirSync(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const used = everyday.find(({ isSomebodys }) => isSomebodys(folder));
    if (used !== undefined) {
      return `--profile: found ${JSON.stringify(folder)}, a ${used.name} profile that somebody uses, ${used.harm}; allowed: a new folder, or that of earlier checks`;
    }
    return null;
  } catch (error) {
    return `--profile: found ${JSON.stringify(folder)}, which cannot be used (${reasonOf(error)}); allowed: a folder that can be read and written, or a new one in an existing folder`;
  }
}

/**
 * A temporary path in the same folder, so that the file there can be renamed to `file`. What a killed command has left
 * there goes: in a container each has the same process number.
 */
export function temporaryPath(file: string): string {
  const target = path.resolve(file);
  const unfinished = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${process.pid}.tmp`,
  );
  rmSync(unfinished, { force: true });
  return unfinished;
}

/** For the owner alone, in a place where nothing is: not even a link, which would be followed. */
export const privateFile = { flag: 'wx', mode: 0o600 } as const;

/** Whether it is a symbolic link, which somebody else may have put there. */
export function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Why the system refused, without its code and the path, which messages name themselves. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // "ENOENT: no such file or directory, open '/…'": the path is in the message already.
  return message.replace(/^E[A-Z]+: /, '').replace(/, \w+( '.*)?$/, '');
}
