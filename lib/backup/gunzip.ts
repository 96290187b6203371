import { BackupUnfit } from './problem.ts';

/** What is compressed in a file, in parts. Fails as a backup does where it is damaged, cut or of another kind. */
export async function* gunzip(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(unreadable);
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function unreadable(error: unknown): never {
  // Else the file could not be read, as it was changed or deleted meanwhile.
  if (error instanceof TypeError) throw new BackupUnfit(0, 'gzip');
  throw error;
}
