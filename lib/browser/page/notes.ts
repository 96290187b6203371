import {
  createNoteActions,
  type NoteActions,
  type NoteSources,
} from '../../view/actions/note-actions.ts';
import type { PageStore } from '../../view/page/page-store.ts';

const link = () => import('./link.ts');

const sources: NoteSources = {
  saveNote: async (note) => (await link()).saveNote(note),
  deleteNote: async (id) => (await link()).deleteNote(id),
};

/** What a person can do about notes on the page of a store. */
export function createNotes({ holder }: Pick<PageStore, 'holder'>): NoteActions {
  return createNoteActions(sources, holder);
}
