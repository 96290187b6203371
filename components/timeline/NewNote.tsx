import { useRef, useState } from 'preact/hooks';
import { mostNotes } from '../../lib/model/note.ts';
import type { NoteActions } from '../../lib/view/actions/note-actions.ts';
import { NoteForm } from './NoteForm.tsx';
import { useTimelineText } from './timeline-text.ts';

interface NewNoteProps extends Pick<NoteActions, 'onSaveNote'> {
  now: Date;
  /** How many notes there are. */
  count: number;
}

/** A button that opens the form for a new note, as long as one fits. */
export function NewNote({ now, count, onSaveNote }: NewNoteProps) {
  const { t } = useTimelineText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (count >= mostNotes) return <p>{t('note.full', { count })}</p>;
  return (
    <section class="new-note">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen((before) => !before)}
      >
        {t('note.add')}
      </button>
      {isOpen && (
        <NoteForm
          {...{ now, onSaveNote }}
          onEnd={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </section>
  );
}
