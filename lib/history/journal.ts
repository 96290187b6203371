import type { JournalEntry } from '../model/journal.ts';
import type { History, WritableHistory } from './open.ts';

/** Adds one entry to the running round's journal. */
export async function appendJournal(
  { database, seal }: WritableHistory,
  entry: JournalEntry,
): Promise<void> {
  await database.add('sealedJournal', await seal.close(entry));
}

/** Entries in the order of writing; empty between rounds. */
export async function readJournal({ database, seal }: History): Promise<JournalEntry[]> {
  if (seal === null) return [];
  const sealed = await database.getAll('sealedJournal');
  const entries = await Promise.all(sealed.map((one) => seal.open<JournalEntry>(one)));
  return entries.filter((entry) => entry !== undefined);
}

export async function clearJournal({ database }: History): Promise<void> {
  await database.clear('sealedJournal');
}
