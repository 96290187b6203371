import { browser } from 'wxt/browser';
import type { JournalEntry } from '../../../model/journal.ts';
import type { JournalMemory } from '../../../round/journal-memory.ts';

const prefix = 'journal ';

/** Names are sorted as text. */
const digits = 6;

type Item = [name: string, entries: JournalEntry[]];

/** One item for each write, as a worker that dies could lose a list that it was about to write anew. */
export function createRoundMemory(): JournalMemory {
  const { session } = browser.storage;
  /** Of the items that are there. Null until they are read: an earlier worker may have left some. */
  let names: string[] | null = null;
  /** The number of the last item that was ever written. */
  let last = 0;

  async function items(): Promise<Item[]> {
    const all = Object.entries(await session.get());
    const ours = all.filter(([name]) => name.startsWith(prefix)) as Item[];
    ours.sort(([one], [other]) => (one < other ? -1 : 1));
    if (names === null) {
      names = ours.map(([name]) => name);
      last = Number(names.at(-1)?.slice(prefix.length) ?? 0);
    }
    return ours;
  }

  async function known(): Promise<string[]> {
    if (names === null) await items();
    return names ?? [];
  }

  return {
    read: async () => (await items()).flatMap(([, entries]) => entries),
    async add(entries) {
      const present = await known();
      last += 1;
      const name = `${prefix}${String(last).padStart(digits, '0')}`;
      present.push(name);
      await session.set({ [name]: entries });
    },
    async clear() {
      const gone = await known();
      names = [];
      if (gone.length > 0) await session.remove(gone);
    },
  };
}
