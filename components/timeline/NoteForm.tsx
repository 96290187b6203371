import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestNote, type Note, type NoteProblem, noteProblem } from '../../lib/model/note.ts';
import type { NoteActions } from '../../lib/view/actions/note-actions.ts';
import { dayOf } from '../../lib/view/day-of.ts';
import { noon } from '../../lib/view/days.ts';
import { Problem } from '../forms/Problem.tsx';
import { useTimelineText } from './timeline-text.ts';

/** Who types a year of two digits means another one. */
const earliestDay = '2000-01-01';

interface NoteFormProps extends Pick<NoteActions, 'onSaveNote'> {
  /** The one that is changed; a new one without it. */
  note?: Note;
  now: Date;
  /** The note was saved, or the person changed their mind. */
  onEnd: () => void;
}

/** A form for a note. What does not fit is said, and nothing is sent. */
export function NoteForm({ note, now, onSaveNote, onEnd }: NoteFormProps) {
  const { t } = useTimelineText();
  const today = dayOf(now);
  const [day, setDay] = useState(note === undefined ? today : dayOf(new Date(note.at)));
  const [text, setText] = useState(note?.text ?? '');
  const [problem, setProblem] = useState<NoteProblem | 'unsaved' | null>(null);
  const saveOnce = useSavingOnce(note, onSaveNote);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  // Before the next frame: who opens it by a key goes on typing.
  useLayoutEffect(() => first.current?.focus(), []);

  async function save(event: Event) {
    event.preventDefault();
    const at = day < earliestDay || day > today ? null : noon(day);
    const wrong = noteProblem(text) ?? (at === null ? 'day' : null);
    setProblem(wrong);
    if (wrong !== null || at === null) return;
    const isSaved = await saveOnce({ at, text: text.trim() });
    if (isSaved === true) onEnd();
    else if (isSaved === false) setProblem('unsaved');
  }

  const problemId = problem === null ? undefined : `${id}-problem`;
  const values = { count: longestNote, found: text.trim().length };
  return (
    <form class="note-form" noValidate onSubmit={(event) => void save(event)}>
      <label for={`${id}-text`}>{t('note.text')}</label>
      <input
        ref={first}
        id={`${id}-text`}
        type="text"
        value={text}
        autocomplete="off"
        aria-invalid={problem !== null && problem !== 'day' && problem !== 'unsaved'}
        aria-describedby={problem === 'day' ? `${id}-how` : (problemId ?? `${id}-how`)}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <label for={`${id}-day`}>{t('note.day')}</label>
      <input
        id={`${id}-day`}
        type="date"
        value={day}
        min={earliestDay}
        max={today}
        aria-invalid={problem === 'day'}
        aria-describedby={problem === 'day' ? problemId : undefined}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <small id={`${id}-how`}>{t('note.how', values)}</small>
      <Problem id={`${id}-problem`}>{problem !== null && t(sentences[problem], values)}</Problem>
      <FormEnd onLeave={onEnd} />
    </form>
  );
}

/**
 * Saves one note, however often that is asked for. The worker may yet save a note though it did not answer in time, so
 * a repeat takes the place of all tries before.
 * @returns a function that resolves with whether the note was saved; null while an earlier call runs
 */
function useSavingOnce(note: Note | undefined, onSaveNote: NoteActions['onSaveNote']) {
  const isSaving = useRef(false);
  const former = useRef(note === undefined ? [] : [note.id]);
  return async (draft: Omit<Note, 'id'>): Promise<boolean | null> => {
    if (isSaving.current) return null;
    isSaving.current = true;
    const id = crypto.randomUUID();
    const isSaved = await onSaveNote({ id, ...draft }, former.current);
    former.current = [...former.current, id];
    isSaving.current = false;
    return isSaved;
  };
}

function FormEnd({ onLeave }: { onLeave: () => void }) {
  const { t } = useTimelineText();
  return (
    <div class="actions">
      <button type="submit" class="main">
        {t('note.save')}
      </button>
      <button type="button" onClick={onLeave}>
        {t('note.cancel')}
      </button>
    </div>
  );
}

const sentences = {
  empty: 'note.empty',
  long: 'note.long',
  hidden: 'note.hidden',
  day: 'note.dayless',
  unsaved: 'note.unsaved',
} as const;
