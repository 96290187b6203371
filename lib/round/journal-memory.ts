import type { JournalEntry } from '../model/journal.ts';
import type { RoundStore } from './round-store.ts';

/** What the running round has observed, in memory that outlives the worker and not the browser. */
export interface JournalMemory {
  /** In the order of writing. */
  read(): Promise<JournalEntry[]>;
  add(entries: readonly JournalEntry[]): Promise<void>;
  clear(): Promise<void>;
}

/**
 * The same store, with a journal of which the disk has the plan alone: until the round ends nobody knows whose
 * addresses it saw, and a write to the disk takes the processor several times as long. A worker that resumes the
 * round gets all back; once the browser has ended, only the plan is left.
 */
export function withJournalInMemory(store: RoundStore, memory: JournalMemory): RoundStore {
  return {
    ...store,
    async appendJournal(entries) {
      const plans = entries.filter(isPlan);
      const observed = entries.filter((entry) => !isPlan(entry));
      if (plans.length > 0) await store.appendJournal(plans);
      if (observed.length > 0) await memory.add(observed);
    },
    async readJournal() {
      const [plans, observed] = await Promise.all([store.readJournal(), memory.read()]);
      return [...plans, ...observed];
    },
    async clearJournal() {
      await memory.clear();
      await store.clearJournal();
    },
    async recordRound(finished) {
      await store.recordRound(finished);
      await memory.clear();
    },
  };
}

function isPlan({ kind }: JournalEntry): boolean {
  return kind === 'plan';
}
