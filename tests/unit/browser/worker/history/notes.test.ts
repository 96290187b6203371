import { expect, it, vi } from 'vitest';
import { createNoteKeeper } from '../../../../../lib/browser/worker/history/notes.ts';
import type { Omission } from '../../../../../lib/model/deletion.ts';
import { at } from '../../../../helpers/clock.ts';
import { useHistory } from '../../../../helpers/history.ts';

const open = useHistory();
const aNote = (id: string) => ({ id, at: at(0), text: `text of ${id}` });

it('has only those written out whose place a note has taken', async () => {
  const stored = await open();
  const history = {
    through: <Result>(step: () => Promise<Result>) => step(),
    toWrite: async () => stored,
  };
  const left: Omission[] = [];
  const onChanged = vi.fn();
  const keeper = createNoteKeeper(
    { history, work: { add: () => {}, done: async () => {} } },
    { leaveOut: async (omission) => void left.push(omission) },
    onChanged,
  );

  await keeper.save({ ...aNote('second try'), instead: ['first try'] });
  expect(left).toEqual([]);
  expect(onChanged).toHaveBeenCalledOnce();

  await keeper.save({ ...aNote('third try'), instead: ['first try', 'second try'] });
  expect(left).toEqual([{ notes: ['second try'] }]);
});
