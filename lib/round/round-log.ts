import type { Attempt } from '../model/attempt.ts';
import type { JournalEntry } from '../model/journal.ts';
import { noteEntry, type RoundRecord } from './round-record.ts';

/** The only part of a running round that grows: what was observed, and its journal. */
export interface RoundLog {
  readonly record: RoundRecord;
  /** The latest attempts on controls, by id, those included that are still pending. */
  readonly begun: Map<string, Promise<unknown>>;
  /** Adds an entry to the record and to the journal. Rejects once the round is aborted. */
  note: (entry: JournalEntry) => Promise<void>;
  throwIfAborted: () => void;
}

/** The attempts on one target, control or address. */
export interface AttemptLog {
  attempts(): readonly Attempt[];
  add(attempt: Attempt): Promise<void>;
}

export interface RoundLogDependencies {
  record: RoundRecord;
  writeJournal: (entry: JournalEntry) => Promise<void>;
  signal: AbortSignal;
  onNoted: () => void;
}

export function createRoundLog(dependencies: RoundLogDependencies): RoundLog {
  const { record, writeJournal, signal, onNoted } = dependencies;
  return {
    record,
    begun: new Map([...record.controls.keys()].map((id) => [id, Promise.resolve()])),
    async note(entry) {
      signal.throwIfAborted();
      noteEntry(record, entry);
      await writeJournal(entry);
      onNoted();
    },
    throwIfAborted: () => signal.throwIfAborted(),
  };
}

export function logOfTarget({ record, note }: RoundLog, target: string): AttemptLog {
  return {
    attempts: () => record.targets.get(target) ?? [],
    add: (attempt) => note({ kind: 'target', target, attempt }),
  };
}

export function logOfControl({ record, note }: RoundLog, control: string): AttemptLog {
  return {
    attempts: () => record.controls.get(control) ?? [],
    add: (attempt) => note({ kind: 'control', control, attempt }),
  };
}

export function logOfAddress(
  { record, note }: RoundLog,
  { name, address }: { name: string; address: string },
): AttemptLog {
  return {
    attempts: () =>
      record.addressProbes.find((one) => one.name === name && one.address === address)?.attempts ??
      [],
    add: (attempt) => note({ kind: 'address', name, address, attempt }),
  };
}
