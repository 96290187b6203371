import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { deleteDB } from 'idb';
import { type CheckedBackup, checkBackup } from '../../lib/backup/check-backup.ts';
import { restoreHistory } from '../../lib/backup/restore-history.ts';
import { openDatabase } from '../../lib/history/connection.ts';
import { readHistoryFacts } from '../../lib/history/history-facts.ts';
import type { WritableHistory } from '../../lib/history/open.ts';
import { readEntries } from '../../lib/history/read-entries.ts';
import { aSeal } from './history.ts';
import { usualSettings, writtenBackup } from './written-backup.ts';

export const unwatched = { signal: new AbortController().signal, onProgress: () => undefined };

/** A history in a database of its own. */
export async function aHistory(name: string): Promise<WritableHistory> {
  return { database: await openDatabase(name), seal: await aSeal() };
}

export async function removeHistory({ database }: WritableHistory): Promise<void> {
  database.close();
  await deleteDB(database.name);
}

/** The backup of a history, as if made at the same time. */
export async function backupOf(history: WritableHistory): Promise<Blob> {
  const [facts, entries] = await Promise.all([
    readHistoryFacts(history),
    Array.fromAsync(readEntries(history)),
  ]);
  return writtenBackup({ entries, settings: usualSettings, facts });
}

export function checked(file: Blob): Promise<CheckedBackup> {
  return checkBackup(file, unwatched);
}

/** The lines of a file, without their breaks. */
export async function linesOf(file: Blob): Promise<string[]> {
  return gunzipSync(await file.arrayBuffer())
    .toString('utf8')
    .split('\n')
    .slice(0, -1);
}

interface Restoring {
  /** The history in use; an empty one where left out. */
  present?: WritableHistory;
  beyond?: number | null;
  keepsExits?: boolean;
}

/** Restores a file into a new database of that name. */
export async function restored(
  file: Blob,
  name: string,
  { present, beyond = null, keepsExits = true }: Restoring = {},
): Promise<WritableHistory> {
  const target = await aHistory(name);
  const nothing = present === undefined ? await aHistory(`${name}-before`) : null;
  await restoreHistory(target, {
    backup: await checked(file),
    present: present ?? (nothing as WritableHistory),
    beyond,
    keepsExits,
    signal: unwatched.signal,
    onEntry: () => undefined,
  });
  if (nothing !== null) await removeHistory(nothing);
  return target;
}
