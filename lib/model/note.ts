import type { Period } from './deletion.ts';
import { isVisible } from './visible-text.ts';

/** How long a note may be, in characters, and how many there may be. */
export const longestNote = 200;
export const mostNotes = 300;

/** What the text of a note may be. */
export const noteRule = `1 to ${longestNote} visible characters`;

/** What a person noted for themselves about a day. */
export interface Note {
  id: string;
  /** ISO 8601 UTC: noon of its day, by the clock of this computer then. */
  at: string;
  text: string;
}

/** One that a person saves; `instead`: ids of those that it takes the place of, as far as there are such. */
export interface SavedNote extends Note {
  instead: readonly string[];
}

/** What is wrong with a note; pages have a sentence for each. */
export type NoteProblem = 'empty' | 'long' | 'hidden' | 'day';

/** Null where the text fits. Spaces around it do not count. */
export function noteProblem(text: string): Exclude<NoteProblem, 'day'> | null {
  const trimmed = text.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > longestNote) return 'long';
  return isVisible(trimmed) ? null : 'hidden';
}

/** The notes of a period. */
export function notesWithin(notes: readonly Note[], { from, to }: Period): Note[] {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  return notes.filter(({ at }) => Date.parse(at) >= fromMs && Date.parse(at) < toMs);
}
