import { watched } from '../../../backup/watched.ts';
import { writeBackup } from '../../../backup/write-backup.ts';
import { readHistoryFacts } from '../../../history/history-facts.ts';
import { countKept } from '../../../history/kept/size.ts';
import type { History } from '../../../history/open.ts';
import { readEntries } from '../../../history/read-entries.ts';
import { dayOf } from '../../../view/day-of.ts';
import type { Saving } from '../../../view/page/page-sources.ts';
import type { Chrome } from '../chrome.ts';
import { saveFile } from '../save-file.ts';
import { spaced } from '../spaced.ts';
import { spool } from '../spool.ts';
import { readStoredSettings } from './stored-settings.ts';

declare const chrome: Chrome;

/** Reads all that is kept into a file, and offers it to the person. */
export async function saveBackup(history: History, { signal, onProgress }: Saving): Promise<void> {
  const total = await countKept(history.database);
  const progress = spaced(onProgress);
  const at = new Date().toISOString();
  const { version } = chrome.runtime.getManifest();
  const parts = writeBackup({
    header: { at, software: { version }, rounds: total },
    settings: await readStoredSettings(),
    facts: await readHistoryFacts(history),
    entries: watched(readEntries(history), {
      signal,
      onEntry: (done) => progress({ done, total }),
    }),
  });
  const file = await spool(parts, 'application/gzip');
  signal.throwIfAborted();
  saveFile(`dozvon-backup-${dayOf(new Date(at))}.jsonl.gz`, file);
}
