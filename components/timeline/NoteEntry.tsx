import { useRef, useState } from 'preact/hooks';
import type { Note } from '../../lib/model/note.ts';
import type { NoteActions } from '../../lib/view/actions/note-actions.ts';
import { Question } from '../forms/Question.tsx';
import { NoteForm } from './NoteForm.tsx';
import { useTimelineText } from './timeline-text.ts';

export interface NoteEntryProps extends NoteActions {
  note: Note;
  now: Date;
  /** It is about to go from its place, and the focus with it. */
  onGone: () => void;
}

/** A note, which can be changed and deleted. */
export function NoteEntry({ note, now, onSaveNote, onDeleteNote, onGone }: NoteEntryProps) {
  const { t } = useTimelineText();
  const [isEdited, setEdited] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const isSaved = useRef(false);
  const { text } = note;
  return (
    <li class="note">
      <span class="kind">{t('timeline.note')}</span>
      <p dir="auto">{text}</p>
      <div class="actions">
        <button
          ref={edit}
          type="button"
          aria-label={t('note.edit.of', { text })}
          aria-expanded={isEdited}
          onClick={() => setEdited(true)}
        >
          {t('note.edit')}
        </button>
        <Question
          label={t('note.delete')}
          name={t('note.delete.of', { text })}
          question={t('note.question')}
          what={t('note.question.what')}
          yes={t('note.yes')}
          no={t('note.no')}
          onYes={() => {
            onDeleteNote(note.id);
            onGone();
          }}
        />
      </div>
      {isEdited && (
        <NoteForm
          {...{ note, now }}
          onSaveNote={async (changed, instead) => {
            isSaved.current = await onSaveNote(changed, instead);
            return isSaved.current;
          }}
          onEnd={() => {
            setEdited(false);
            if (isSaved.current) onGone();
            else edit.current?.focus();
          }}
        />
      )}
    </li>
  );
}
