import type { Note, SavedNote } from '../../model/note.ts';
import type { StateHolder } from '../page/page-state.ts';

/** What notes need of a page: of the dashboard alone, so that no other loads this. */
export interface NoteSources {
  saveNote: (note: SavedNote) => Promise<unknown>;
  deleteNote: (id: string) => Promise<unknown>;
}

export interface NoteActions {
  /**
   * Resolves with whether it was saved.
   * @param instead ids of the notes that it takes the place of
   */
  onSaveNote: (note: Note, instead: readonly string[]) => Promise<boolean>;
  onDeleteNote: (id: string) => void;
}

export function createNoteActions(
  sources: NoteSources,
  { attempt }: Pick<StateHolder, 'attempt'>,
): NoteActions {
  return {
    async onSaveNote(note, instead) {
      let isSaved = false;
      await attempt('worker', async () => {
        await sources.saveNote({ ...note, instead });
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
