import type { JournalEntry } from '../model/journal.ts';
import type { History, WritableHistory } from './open.ts';

/** Adds entries to the running round's journal, a record each, in one transaction. */
export async function appendJournal(
  { database, seal }: WritableHistory,
  entries: readonly JournalEntry[],
): Promise<void> {
  const sealed = await Promise.all(entries.map((entry) => seal.closeAsIs(entry)));
  const transaction = database.transaction('sealedJournal', 'readwrite');
  await Promise.all([...sealed.map((one) => transaction.store.add(one)), transaction.done]);
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
