import type { JournalEntry } from '../model/journal.ts';
import type { History } from './open.ts';

/** Adds one entry to the running round's journal. */
export async function appendJournal(history: History, entry: JournalEntry): Promise<void> {
  await history.add('journal', entry);
}

/** Entries in the order of writing; empty between rounds. */
export function readJournal(history: History): Promise<JournalEntry[]> {
  return history.getAll('journal');
}

export async function clearJournal(history: History): Promise<void> {
  await history.clear('journal');
}
