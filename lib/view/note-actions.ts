import type { NoteDraft, SavedNote } from '../model/note.ts';
import type { StateHolder } from './page-state.ts';

/** What notes need of a page: of the dashboard alone, so that no other loads this. */
export interface NoteSources {
  saveNote: (note: SavedNote) => Promise<unknown>;
  deleteNote: (id: string) => Promise<unknown>;
}

export interface NoteActions {
  /**
   * Resolves with whether it was saved.
   * @param instead id of the note that it takes the place of; null for a new one
   */
  onSaveNote: (draft: NoteDraft, instead: string | null) => Promise<boolean>;
  onDeleteNote: (id: string) => void;
}

export function createNoteActions(
  sources: NoteSources,
  { attempt }: Pick<StateHolder, 'attempt'>,
): NoteActions {
  return {
    async onSaveNote(draft, instead) {
      let isSaved = false;
      await attempt('worker', async () => {
        await sources.saveNote({ ...draft, instead });
        isSaved = true;
        return {};
      });
      return isSaved;
    },
    onDeleteNote: (id) =>
      void attempt('worker', async () => {
        await sources.deleteNote(id);
        return {};
      }),
  };
}
