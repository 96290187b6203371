import type { JournalEntry } from '../model/journal.ts';
import type { Plan } from '../model/plan.ts';
import type { RoundStore } from './round-store.ts';

/** The journal of one round; no step ever rejects. */
export interface RoundJournal {
  /** In place of the journal of an earlier round. */
  begin: (plan: Plan) => Promise<void>;
  write: (entry: JournalEntry) => Promise<void>;
  /** Nothing is written any more once it resolves: what clears the journal then leaves it empty. */
  end: () => Promise<void>;
}

/**
 * A journal that is given up where it cannot be written: it only lets a dead worker's round go on, and the round
 * does without. What is there by then stays.
 */
export function createRoundJournal(
  store: Pick<RoundStore, 'appendJournal' | 'clearJournal'>,
): RoundJournal {
  let isOver = false;
  const writing = together((entries) => attempt(() => store.appendJournal(entries)));

  async function attempt(step: () => Promise<void>): Promise<void> {
    if (isOver) return;
    try {
      await step();
    } catch (error) {
      isOver = true;
      console.warn('The round goes on without a journal:', error);
    }
  }

  return {
    begin: (plan) =>
      attempt(async () => {
        await store.clearJournal();
        await store.appendJournal([{ kind: 'plan', plan }]);
      }),
    write: writing.add,
    end() {
      isOver = true;
      return writing.soFar();
    },
  };
}

interface Writing {
  add: (entry: JournalEntry) => Promise<void>;
  /** Resolves once all that was added is written. */
  soFar: () => Promise<void>;
}

/**
 * Entries that come while others are written go together: answers come by the dozen, and each write takes a while.
 * @param writeAll never rejects
 */
function together(writeAll: (entries: readonly JournalEntry[]) => Promise<void>): Writing {
  let waiting: JournalEntry[] = [];
  let written = Promise.resolve();
  return {
    add(entry) {
      waiting.push(entry);
      if (waiting.length === 1) {
        written = written.then(() => {
          const entries = waiting;
          waiting = [];
          return writeAll(entries);
        });
      }
      return written;
    },
    soFar: () => written,
  };
}
