import {
  closeSync,
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
import { besides, resolved, unwritable } from './places.ts';

/** Where a result goes, part by part. */
export interface Output {
  /** Rejects where the part cannot be written; `isClosedPipe` tells where nobody reads any more. */
  write(text: string): Promise<void>;
  close(): void;
}

/** A stream that belongs to others, as standard output does, and stays open. */
export function streamOutput(stream: Writable): Output {
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => {},
  };
}

/**
 * What the file held before stays until the first part is complete; each part is on the disk once
 * `write` is through, whatever becomes of this process.
 */
export function fileOutput(file: string): Output {
  let descriptor: number | null = null;
  return {
    async write(text) {
      try {
        if (descriptor === null) descriptor = begin(file, text);
        else append(descriptor, text);
      } catch (error) {
        throw isClosedPipe(error) ? error : new SetupError(unwritable(file, error));
      }
    },
    close() {
      if (descriptor !== null) closeSync(descriptor);
      descriptor = null;
    },
  };
}

/** Whether it tells that nobody reads any more. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function begin(file: string, text: string): number {
  const isPlain = !existsSync(file) || statSync(file).isFile();
  if (isPlain) replace(file, text);
  const descriptor = openSync(file, isPlain ? 'a' : 'w');
  if (!isPlain) append(descriptor, text);
  return descriptor;
}

function replace(file: string, text: string): void {
  const unfinished = besides(file);
  try {
    writeFileSync(unfinished, text, { flush: true });
    renameSync(unfinished, resolved(file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function append(descriptor: number, text: string): void {
  writeFileSync(descriptor, text);
  // A device or a pipe has nothing to flush, and says that this is an error.
  if (fstatSync(descriptor).isFile()) fsyncSync(descriptor);
}
