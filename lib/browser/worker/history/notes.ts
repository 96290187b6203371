import { changeNotes, withNote } from '../../../history/notes.ts';
import type { OwnHistory } from '../../../history/own-history.ts';
import type { NoteKeeper } from '../../../messages/handlers.ts';
import type { Note } from '../../../model/note.ts';
import type { PendingWork } from '../pending-work.ts';
import type { Forgetting } from './forgetting.ts';

/** Keeps notes. What was changed or deleted is written out of the browser's files, like any part of the history. */
export function createNoteKeeper(
  { history, work }: { history: Pick<OwnHistory, 'through' | 'toWrite'>; work: PendingWork },
  { leaveOut }: Pick<Forgetting, 'leaveOut'>,
  onChanged: () => void,
): NoteKeeper {
  function change(changing: (notes: readonly Note[]) => readonly Note[]): Promise<unknown> {
    const running = history.through(() => changeNotes(() => history.toWrite(), changing));
    // Whoever deletes everything, or goes on in another history, waits for it.
    work.add(running);
    return running;
  }

  return {
    async save({ instead, ...note }) {
      let replaced: string[] = [];
      await change((notes) => {
        replaced = instead.filter((id) => notes.some((one) => one.id === id));
        return withNote(notes, note, instead);
      });
      // Tries that were never stored need no writing out.
      if (replaced.length === 0) onChanged();
      else await leaveOut({ notes: replaced });
    },
    remove: (id) => leaveOut({ notes: [id] }),
  };
}
