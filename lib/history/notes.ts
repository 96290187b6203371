import type { Omission } from '../model/deletion.ts';
import { mostNotes, type Note } from '../model/note.ts';
import { changeFact } from './change-fact.ts';
import { readFact } from './facts.ts';
import type { History, WritableHistory } from './open.ts';

/** A person's notes in no order. */
export async function readNotes(history: History): Promise<readonly Note[]> {
  return (await readFact<Note[]>(history, 'notes')) ?? [];
}

/**
 * Changes the notes; again, where another write came between. Returns whether anything was written.
 * @param open asked for each try, as the history may move to another key meanwhile
 * @param change returns the same list where nothing changes; where it throws, nothing does
 */
export function changeNotes(
  open: () => Promise<WritableHistory>,
  change: (notes: readonly Note[]) => readonly Note[],
): Promise<boolean> {
  return changeFact<readonly Note[]>(open, 'notes', (stored) => {
    const notes = stored ?? [];
    const after = change(notes);
    if (after === notes) return stored;
    return after.length === 0 ? null : after;
  });
}

/**
 * The notes with one more, which may take the place of others.
 * @throws Error where there are as many as there may be
 */
export function withNote(notes: readonly Note[], note: Note, instead: readonly string[]): Note[] {
  const others = notes.filter(({ id }) => !instead.includes(id));
  if (others.length < mostNotes) return [...others, note];
  throw new Error(`notes: found ${others.length}, allowed: at most ${mostNotes}`);
}

/**
 * Removes the notes that are to be left out; a person sees that before the rest is done. Returns whether there were any.
 */
export async function forgetNotes(
  open: () => Promise<WritableHistory>,
  omissions: readonly Omission[],
): Promise<boolean> {
  const gone = new Set(omissions.flatMap((one) => ('notes' in one ? one.notes : [])));
  if (gone.size === 0) return false;
  return changeNotes(open, (notes) => {
    const left = notes.filter(({ id }) => !gone.has(id));
    return left.length === notes.length ? notes : left;
  });
}
