import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import { createRoundJournal } from '../../../lib/round/round-journal.ts';
import { aGate } from '../../helpers/evidence.ts';

const entries: JournalEntry[] = [0, 1, 2, 3].map((offset) => ({
  kind: 'gate',
  gate: aGate(offset),
}));
const [first, second, third, fourth] = entries as [
  JournalEntry,
  JournalEntry,
  JournalEntry,
  JournalEntry,
];

/** A store whose writes end one by one, when they are told to. */
function aSlowStore() {
  const written: (readonly JournalEntry[])[] = [];
  const ends: (() => void)[] = [];
  const appendJournal = (some: readonly JournalEntry[]) => {
    written.push(some);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const store = { appendJournal, clearJournal: async () => undefined };
  return { store, written, endWrite: () => ends.shift()?.() };
}

it('writes together what comes while it writes, and tells each once it is written', async () => {
  const { store, written, endWrite } = aSlowStore();
  const journal = createRoundJournal(store);
  const told: JournalEntry[] = [];
  const write = (entry: JournalEntry) => journal.write(entry).then(() => told.push(entry));

  const one = write(first);
  await Promise.resolve();
  expect(written).toEqual([[first]]);
  const others = [second, third].map(write);
  endWrite();
  await one;
  expect(told).toEqual([first]);
  expect(written).toEqual([[first], [second, third]]);

  endWrite();
  await Promise.all(others);
  const last = write(fourth);
  await Promise.resolve();
  expect(written).toEqual([[first], [second, third], [fourth]]);
  endWrite();
  await last;
  expect(told).toEqual(entries);
});

it('writes nothing more once a write has failed, and ends all the same', async () => {
  const written: (readonly JournalEntry[])[] = [];
  const journal = createRoundJournal({
    async appendJournal(some) {
      written.push(some);
      throw new Error('full');
    },
    clearJournal: async () => undefined,
  });

  await Promise.all([first, second].map((entry) => journal.write(entry)));
  await journal.write(third);

  expect(written).toEqual([[first, second]]);
});

it('ends after the write that goes on, without what waits for it', async () => {
  const { store, written, endWrite } = aSlowStore();
  const journal = createRoundJournal(store);
  const writes = [journal.write(first)];
  await Promise.resolve();
  writes.push(journal.write(second));

  let isOver = false;
  const over = journal.end().then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  endWrite();
  await over;
  await Promise.all(writes);
  await journal.write(third);

  expect(written).toEqual([[first]]);
});
