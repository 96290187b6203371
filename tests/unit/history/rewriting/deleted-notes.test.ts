import { describe, expect, it } from 'vitest';
import { changeNotes, readNotes, withNote } from '../../../../lib/history/notes.ts';
import { createListKeeper } from '../../../../lib/history/rewriting/omission-list.ts';
import { at } from '../../../helpers/clock.ts';
import { allRounds } from '../../../helpers/history.ts';
import {
  expectOldKeysOpenNothing,
  plainText,
  seenAs,
  useOwnHistory,
} from '../../../helpers/own-history.ts';

const own = useOwnHistory();

describe('the notes', () => {
  const aNote = (id: string, seconds: number) => ({ id, at: at(seconds), text: `about ${id}` });
  const add = (id: string, seconds: number) =>
    changeNotes(
      () => own.history.toWrite(),
      (notes) => withNote(notes, aNote(id, seconds), []),
    );
  const idsLeft = async () => (await readNotes(await own.history.toRead())).map(({ id }) => id);
  const period = { from: at(0), to: at(3600) };

  it('of a period go with its checks, and nothing of them stays in any file', async () => {
    await own.record([seenAs('round-1', 0, 'ok'), seenAs('round-2', 90, 'ok')]);
    await add('gone', 60);
    await add('left', 3600);

    await own.leaveOut(period);

    expect(await idsLeft()).toEqual(['left']);
    expect(await plainText(own)).not.toContain('about gone');
    await expectOldKeysOpenNothing(own);
  });

  it('go at once, and those that are written later stay, whatever their day', async () => {
    await own.record([seenAs('round-1', 0, 'ok')]);
    await add('gone', 60);
    const rewriting = own.rewriting();

    await rewriting.note(period);
    expect(await idsLeft()).toEqual([]);
    await add('later', 120);
    await rewriting.run();

    expect(await idsLeft()).toEqual(['later']);
  });

  it('go by themselves, too, and the checks stay', async () => {
    const round = seenAs('round-1', 0, 'ok');
    await own.record([round]);
    await add('gone', 60);
    await add('left', 120);
    const rewriting = own.rewriting();

    await rewriting.note({ notes: ['gone'] });
    await rewriting.run();

    expect(await idsLeft()).toEqual(['left']);
    expect(await allRounds(await own.history.toRead())).toEqual([round]);
    await expectOldKeysOpenNothing(own);
  });

  it('go in the end where the worker died before it removed them', async () => {
    await own.record([seenAs('round-1', 0, 'ok')]);
    await add('gone', 60);
    await createListKeeper(own.history, own.keys).write({
      omissions: [{ notes: ['gone'] }],
      through: null,
    });

    await own.rewriting().run();

    expect(await idsLeft()).toEqual([]);
    await expectOldKeysOpenNothing(own);
  });
});
