import type { Attempt } from '../model/attempt.ts';
import type { JournalEntry } from '../model/journal.ts';
import { addressKindOf } from '../observe/address-kind.ts';
import type { RoundStore } from './round-store.ts';

/** The addresses of the running round, in memory that outlives the worker and not the browser. */
export interface AddressMemory {
  /** By key. */
  read(): Promise<ReadonlyMap<string, string>>;
  add(addresses: ReadonlyMap<string, string>): Promise<void>;
  clear(): Promise<void>;
}

type JournaledAttempt = Extract<JournalEntry, { attempt: Attempt }>;

/**
 * The same store, with a journal that holds no attempt's address: the journal is on the disk, and until the round
 * ends nobody knows whose address it is. A worker that resumes the round gets the addresses back; once the browser
 * has ended, they are unknown.
 */
export function withAddressesInMemory(store: RoundStore, memory: AddressMemory): RoundStore {
  return {
    ...store,
    async appendJournal(entries) {
      const addresses = entries.flatMap((entry): [string, string][] =>
        hasAttempt(entry) && entry.attempt.remoteIp !== null
          ? [[keyOf(entry), entry.attempt.remoteIp]]
          : [],
      );
      if (addresses.length > 0) await memory.add(new Map(addresses));
      await store.appendJournal(
        entries.map((entry) => (hasAttempt(entry) ? withoutAddress(entry) : entry)),
      );
    },
    async readJournal() {
      const [entries, addresses] = await Promise.all([store.readJournal(), memory.read()]);
      return entries.map((entry) => (hasAttempt(entry) ? withAddress(entry, addresses) : entry));
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

function hasAttempt(entry: JournalEntry): entry is JournaledAttempt {
  return 'attempt' in entry;
}

/** Verdicts need no more than its kind, where that is known already. */
function withoutAddress(entry: JournaledAttempt): JournalEntry {
  const remoteIpKind = addressKindOf(entry.attempt);
  return { ...entry, attempt: { ...entry.attempt, remoteIp: null, remoteIpKind } };
}

function withAddress(
  entry: JournaledAttempt,
  addresses: ReadonlyMap<string, string>,
): JournalEntry {
  const remoteIp = addresses.get(keyOf(entry)) ?? null;
  return { ...entry, attempt: { ...entry.attempt, remoteIp } };
}

/** Unique within a round. */
function keyOf(entry: JournaledAttempt): string {
  return `${entry.kind} ${subjectOf(entry)} ${entry.attempt.n}`;
}

function subjectOf(entry: JournaledAttempt): string {
  switch (entry.kind) {
    case 'control':
      return entry.control;
    case 'target':
      return entry.target;
    case 'address':
      return `${entry.name} ${entry.address}`;
    default:
      return entry satisfies never;
  }
}
