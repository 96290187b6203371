import { expect, it } from 'vitest';
import { readEnd } from '../../../lib/history/history-end.ts';
import { changeNotes, forgetNotes, readNotes, withNote } from '../../../lib/history/notes.ts';
import type { WritableHistory } from '../../../lib/history/open.ts';
import { mostNotes, type Note } from '../../../lib/model/note.ts';
import { at } from '../../helpers/clock.ts';
import { useHistory } from '../../helpers/history.ts';

const open = useHistory();
const aNote = (id: string): Note => ({ id, at: at(0), text: `text of ${id}` });
const add = (history: WritableHistory, id: string) =>
  changeNotes(
    async () => history,
    (notes) => withNote(notes, aNote(id), []),
  );

it('are kept in the history, sealed, until they are forgotten', async () => {
  const history = await open();
  expect(await readNotes(history)).toEqual([]);

  await add(history, 'a');
  await add(history, 'b');
  expect(await readNotes(history)).toEqual([aNote('a'), aNote('b')]);

  expect(await forgetNotes(async () => history, [{ notes: ['a'] }, { exits: true }])).toBe(true);
  expect(await readNotes(history)).toEqual([aNote('b')]);
  expect(await forgetNotes(async () => history, [{ notes: ['a'] }])).toBe(false);
  expect(await forgetNotes(async () => history, [{ notes: ['b'] }])).toBe(true);
  expect(await history.database.get('sealedFacts', 'notes')).toBeUndefined();
});

it('lose nothing where another is written at the same time', async () => {
  const history = await open();
  await add(history, 'a');

  await Promise.all(['c', 'd', 'e'].map((id) => add(history, id)));

  const ids = (await readNotes(history)).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(['a', 'c', 'd', 'e']);
});

it('take the place of others, as far as these are there', () => {
  const notes = [aNote('a'), aNote('b')];

  expect(withNote(notes, aNote('c'), ['a', 'd'])).toEqual([aNote('b'), aNote('c')]);
});

it('are no more than fit, but one may still be changed', () => {
  const many = Array.from({ length: mostNotes }, (_, index) => aNote(`note-${index}`));

  expect(() => withNote(many, aNote('a'), [])).toThrow('notes: found 300, allowed: at most 300');
  expect(withNote(many, aNote('a'), ['note-7'])).toHaveLength(mostNotes);
});

it('are part of what a page has read that builds another history of them', async () => {
  const history = await open();
  const before = await readEnd(history.database);

  await add(history, 'a');

  expect(await readEnd(history.database)).not.toEqual(before);
  expect(await readEnd(history.database)).toEqual(await readEnd(history.database));
});
