import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** Whether the result can be written there later. Null if so, else what is wrong. Changes nothing. */
export function problemOfOutput(file: string): string | null {
  try {
    const found = existsSync(file) ? statSync(file) : null;
    if (found?.isDirectory() === true) throw new Error('it is a folder');
    if (found !== null) accessSync(file, constants.W_OK);
    if (found?.isFile() !== false) {
      // Only trying tells: root passes every access check, also on a read-only file system.
      const attempt = besides(file);
      closeSync(openSync(attempt, 'wx'));
      rmSync(attempt);
    }
    return null;
  } catch (error) {
    return unwritable(file, error);
  }
}

/** What to say of an output that cannot be written, or no longer. */
export function unwritable(file: string, error: unknown): string {
  return `--output: found ${JSON.stringify(file)}, which cannot be written (${reasonOf(error)}); allowed: a file in an existing folder`;
}

/** Makes the folder where it is missing. Null if the browser can use it, else what is wrong. */
export function problemOfProfile(folder: string): string | null {
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    readdirSync(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `--profile: found ${JSON.stringify(folder)}, which cannot be used (${reasonOf(error)}); allowed: a folder that can be read and written, or a new one in an existing folder`;
  }
}

/** The file itself: a symbolic link is followed, so that it stays a link. */
export function resolved(file: string): string {
  return existsSync(file) ? realpathSync(file) : path.resolve(file);
}

/** A file of this process alone in the same folder, so that it can take the file's place. */
export function besides(file: string): string {
  const target = resolved(file);
  return path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // "ENOENT: no such file or directory, open '/…'": the path is in the message already.
  return message.replace(/^E[A-Z]+: /, '').replace(/, \w+( '.*)?$/, '');
}
