import type { ExportProgress } from '../export/request.ts';
import { addToKnown, type Known, nothingKnown } from './known.ts';
import { entriesIn } from './read-entries.ts';
import { readLines } from './read-lines.ts';
import type { BackupFacts, BackupHeader, BackupLine } from './schema/line.ts';
import type { BackedUpSettings } from './schema/settings.ts';

/** A backup that was read to its end, and fits. */
export interface CheckedBackup {
  file: Blob;
  header: BackupHeader;
  settings: BackedUpSettings;
  facts: BackupFacts;
  known: Known;
}

interface Watch {
  signal: AbortSignal;
  onProgress: (progress: ExportProgress) => void;
}

/**
 * Reads all of a backup, and changes nothing.
 * @throws BackupUnfit where it does not fit
 */
export async function checkBackup(
  file: Blob,
  { signal, onProgress }: Watch,
): Promise<CheckedBackup> {
  const before: Partial<Pick<CheckedBackup, 'header' | 'settings' | 'facts'>> = {};
  const known = nothingKnown();
  for await (const entry of entriesIn(noting(readLines(file), before))) {
    signal.throwIfAborted();
    addToKnown(known, entry);
    onProgress({ done: known.counts.rounds, total: before.header?.rounds ?? 0 });
  }
  return { file, known, ...(before as Required<typeof before>) };
}

/** Keeps what comes before the entries. */
async function* noting(
  lines: AsyncIterable<BackupLine>,
  before: Partial<Pick<CheckedBackup, 'header' | 'settings' | 'facts'>>,
): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    if (line.kind === 'schema') before.header = line.value;
    else if (line.kind === 'settings') before.settings = line.value.settings;
    else if (line.kind === 'facts') before.facts = line.value.facts;
    yield line;
  }
}
