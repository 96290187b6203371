import { expect, it, vi } from 'vitest';
import { createNoteActions, type NoteSources } from '../../../../lib/view/actions/note-actions.ts';
import { createStateHolder } from '../../../../lib/view/page/page-state.ts';

function aPage(saveNote: NoteSources['saveNote']) {
  const deleteNote = vi.fn(async () => undefined);
  const holder = createStateHolder(() => new Date(0), {
    language: 'en',
    reportedCosts: { savesData: false, cellular: false },
    isResearchBuild: false,
  });
  return { holder, deleteNote, ...createNoteActions({ saveNote, deleteNote }, holder) };
}

const note = { id: 'note-3', at: '2026-03-01T12:00:00.000Z', text: 'moved house' };

it('tell whether a note was saved', async () => {
  const saveNote = vi.fn(async () => undefined);
  const page = aPage(saveNote);

  expect(await page.onSaveNote(note, ['note-1'])).toBe(true);
  page.onDeleteNote('note-2');

  expect(saveNote).toHaveBeenCalledExactlyOnceWith({ ...note, instead: ['note-1'] });
  expect(page.deleteNote).toHaveBeenCalledExactlyOnceWith('note-2');
  expect(page.holder.state.value.error).toBeNull();
});

it('say where the worker does not save it', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const page = aPage(async () => Promise.reject(new Error('no answer')));

  expect(await page.onSaveNote(note, [])).toBe(false);

  expect(page.holder.state.value.error).toBe('worker');
  expect(log).toHaveBeenCalledOnce();
});
