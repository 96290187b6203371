import { expect, it } from 'vitest';
import { longestNote, noteProblem, notesWithin } from '../../../lib/model/note.ts';
import { at } from '../../helpers/clock.ts';

it.each([
  ['', 'empty'],
  [' \t ', 'empty'],
  ['x'.repeat(longestNote + 1), 'long'],
  ['a\u202Eb', 'hidden'],
  [` ${'x'.repeat(longestNote)} `, null],
  ['Переехали', null],
])('a note of %j is %s', (text, problem) => {
  expect(noteProblem(text)).toBe(problem);
});

it('belongs to a period from its beginning on, and not to its end', () => {
  const notes = [0, 60, 120].map((seconds) => ({ id: `${seconds}`, at: at(seconds), text: 'a' }));

  expect(notesWithin(notes, { from: at(0), to: at(120) }).map(({ id }) => id)).toEqual(['0', '60']);
});
