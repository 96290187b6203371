import type { JournalEntry } from '../model/journal.ts';
import type { ControlMemory } from '../model/plan.ts';
import type { Round } from '../model/round.ts';
import type { Standing } from '../model/standing.ts';

/** What rounds need of history. */
export interface RoundStore {
  readStandings(): Promise<Map<string, Standing>>;
  lastFullAt(): Promise<string | null>;
  readControlMemory(): Promise<ControlMemory>;
  /** Replaces the latest round where it has the same id. */
  recordRound(finished: {
    round: Round;
    standings: readonly Standing[];
    full: boolean;
  }): Promise<void>;
  appendJournal(entries: readonly JournalEntry[]): Promise<void>;
  readJournal(): Promise<JournalEntry[]>;
  clearJournal(): Promise<void>;
}
