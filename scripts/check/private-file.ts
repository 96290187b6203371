import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { SetupError } from '../setup/index.mjs';
import { privateFile, temporaryPath, unwritable } from './places.ts';

/**
 * Writes a file that nobody else on this computer may read. It takes the place of an older one only once it is
 * complete.
 */
export async function writePrivateFile(
  file: string,
  parts: AsyncIterable<Uint8Array>,
): Promise<void> {
  const unfinished = temporaryPath(file);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(unfinished, privateFile.flag, privateFile.mode);
    for await (const part of parts) write(file, descriptor, part);
    fsyncSync(descriptor);
    renameSync(unfinished, file);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
    rmSync(unfinished, { force: true });
  }
}

function write(file: string, descriptor: number, part: Uint8Array): void {
  try {
    writeFileSync(descriptor, part);
  } catch (error) {
    throw new SetupError(unwritable('--export', file, error));
  }
}
