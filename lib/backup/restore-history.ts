import { buildHistory, type HistoryFacts } from '../history/build.ts';
import type { HistoryEntry } from '../history/entry.ts';
import { readHistoryFacts } from '../history/history-facts.ts';
import type { History, WritableHistory } from '../history/open.ts';
import { readEntries } from '../history/read-entries.ts';
import type { CheckedBackup } from './check-backup.ts';
import { datedStarts } from './dated.ts';
import { addToKnown, type Known, nothingKnown } from './known.ts';
import { mergeFacts, mergeNotes } from './merge-facts.ts';
import { entriesIn } from './read-entries.ts';
import { readLines } from './read-lines.ts';
import { watched } from './watched.ts';
import { weave } from './weave.ts';
import { factsWithoutExit, withoutExits } from './without-exits.ts';

interface Restoring {
  backup: CheckedBackup;
  /** The history in use. */
  present: History;
  /** Of it, what is beyond the round of this number stays; null: all. */
  beyond: number | null;
  /** Whether the country and AS number that traffic left from stay. */
  keepsExits: boolean;
  signal: AbortSignal;
  /** Called before each entry, with how many were written. */
  onEntry: (done: number) => void;
}

/** Fills an empty history with a backup, and with what stays of the history in use. */
export async function restoreHistory(
  target: WritableHistory,
  { backup, present, beyond, keepsExits, ...watch }: Restoring,
): Promise<void> {
  const facts = await readHistoryFacts(present);
  const ours = await learn(readEntries(present, beyond));
  const theirs = backup.known;
  const all = weave(readEntries(present, beyond), entriesIn(readLines(backup.file)), {
    ours,
    theirs,
  });
  const merged = chooseFacts({ facts, known: ours }, { facts: backup.facts, known: theirs });
  const notes = beyond === null ? mergeNotes(facts.notes, backup.facts.notes) : backup.facts.notes;
  await buildHistory(target, watched(keepsExits ? all : withoutExits(all), watch), {
    ...(keepsExits ? merged : factsWithoutExit(merged)),
    notes: notes ?? [],
  });
}

export async function learn(entries: AsyncIterable<HistoryEntry>): Promise<Known> {
  const known = nothingKnown();
  for await (const entry of entries) addToKnown(known, entry);
  return known;
}

interface Side {
  facts: HistoryFacts;
  known: Known;
}

/** Where nothing stays of the history in use, its facts go too. */
function chooseFacts(ours: Side, theirs: Side): HistoryFacts {
  if (ours.known.starts.size === 0) return theirs.facts;
  return isLater(theirs.known, ours.known)
    ? mergeFacts(ours.facts, theirs.facts)
    : mergeFacts(theirs.facts, ours.facts);
}

function isLater({ order: one }: Known, { order: other }: Known): boolean {
  const [last, otherLast] = [datedStarts(one).at(-1), datedStarts(other).at(-1)];
  return last !== undefined && (otherLast === undefined || last > otherLast);
}
