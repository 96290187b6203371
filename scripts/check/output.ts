import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Writable } from 'node:stream';
import { SetupError } from '../setup/index.mjs';
import { privateFile, temporaryPath, unwritable } from './places.ts';

/** The destination of a result, which is written in parts. */
export interface Output {
  /** Rejects if the part cannot be written; `isClosedPipe` recognises an error of a closed reader. */
  write(part: Uint8Array): Promise<void>;
  close(): void;
}

/** A stream that `close` leaves open, such as standard output. */
export function streamOutput(stream: Writable): Output {
  return {
    write: (part) =>
      new Promise((resolve, reject) => {
        stream.write(part, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => {},
  };
}

/**
 * A file that nobody else on this computer may read. It keeps its old content until the first part is complete. Each
 * part is on the disk once `write` resolves, even if this process is killed afterwards.
 * @param adds whether the parts come after what an older file holds, instead of in its place
 */
export function fileOutput(file: string, { adds }: { adds: boolean } = { adds: false }): Output {
  let descriptor: number | null = null;
  return {
    async write(part) {
      try {
        if (descriptor === null) descriptor = begin(file, part, adds);
        else append(descriptor, part);
      } catch (error) {
        throw isClosedPipe(error) ? error : new SetupError(unwritable('--output', file, error));
      }
    },
    close() {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** Whether an error means that the reader has closed the pipe. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function begin(file: string, part: Uint8Array, adds: boolean): number {
  const exists = existsSync(file);
  const isPlain = !exists || statSync(file).isFile();
  const isNew = isPlain && !(adds && exists);
  if (isNew) replace(file, part);
  // Windows has no O_NOFOLLOW, which adds nothing then.
  const { O_WRONLY, O_APPEND, O_NOFOLLOW } = constants;
  const descriptor = openSync(file, isPlain ? O_WRONLY | O_APPEND | O_NOFOLLOW : 'w');
  if (!isNew) append(descriptor, part);
  return descriptor;
}

function replace(file: string, part: Uint8Array): void {
  const unfinished = temporaryPath(file);
  try {
    writeFileSync(unfinished, part, { ...privateFile, flush: true });
    // Takes the place of a link, too, and leaves alone what it points to.
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function append(descriptor: number, part: Uint8Array): void {
  writeFileSync(descriptor, part);
  // Flushing a device or a pipe is an error.
  if (fstatSync(descriptor).isFile()) fsyncSync(descriptor);
}
