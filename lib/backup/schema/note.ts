import * as v from 'valibot';
import { type Note, noteProblem, noteRule } from '../../model/note.ts';
import { Text, Time } from './fields.ts';

export const NoteSchema: v.GenericSchema<Note> = v.object({
  id: Text,
  at: Time,
  text: v.pipe(
    v.string(),
    v.check((text) => noteProblem(text) === null, noteRule),
  ),
});
