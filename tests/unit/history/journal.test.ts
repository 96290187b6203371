import { describe, expect, it, vi } from 'vitest';
import { appendJournal, clearJournal, readJournal } from '../../../lib/history/journal.ts';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { aGate } from '../../helpers/evidence.ts';
import { useHistory } from '../../helpers/history.ts';
import { aPlan, planEntry } from '../../helpers/rounds.ts';

const open = useHistory();

describe('the journal', () => {
  it('is read in the order of writing, until it is cleared', async () => {
    const history = await open();
    const entries: JournalEntry[] = [
      planEntry(aPlan()),
      { kind: 'gate', gate: aGate(0) },
      { kind: 'target', target: 'chat/web', attempt: anAttempt() },
    ];

    await appendJournal(history, entries.slice(0, 1));
    const begin = vi.spyOn(history.database, 'transaction');
    await appendJournal(history, entries.slice(1));
    expect(begin).toHaveBeenCalledOnce();

    expect(await readJournal(history)).toEqual(entries);
    await clearJournal(history);
    expect(await readJournal(history)).toEqual([]);
  });
});
