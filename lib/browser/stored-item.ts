import { browser } from 'wxt/browser';
import { readLocal, removeLocal, writeLocal } from './local-items.ts';

/** A value that the browser keeps under a name of its own. */
export interface StoredItem<Value> {
  /** Null where there is none. */
  read: () => Promise<Value | null>;
  write: (value: Value) => Promise<void>;
  remove: () => Promise<void>;
}

/**
 * For the worker; pages read all that they need at once (`page/stored.ts`).
 * @param area `session` is kept in memory, never on disk
 */
export function storedItem<Value>(area: 'local' | 'session', name: string): StoredItem<Value> {
  return {
    async read() {
      const { [name]: value = null } = await readTogether(area, name);
      return value as Value | null;
    },
    write: (value) => areas[area].write({ [name]: value }),
    remove: () => areas[area].remove([name]),
  };
}

type Items = Record<string, unknown>;

const areas = {
  local: { read: readLocal, write: writeLocal, remove: removeLocal },
  session: {
    read: (names: string[]): Promise<Items> => browser.storage.session.get(names),
    write: (items: Items) => browser.storage.session.set(items),
    remove: (names: string[]) => browser.storage.session.remove(names),
  },
};

/** Names that are asked for at one moment: each question to the browser takes a while of its own. */
const asked = new Map<string, { names: Set<string>; items: Promise<Items> }>();

function readTogether(area: 'local' | 'session', name: string): Promise<Items> {
  const known = asked.get(area);
  const names = known?.names ?? new Set();
  names.add(name);
  if (known !== undefined) return known.items;
  const items = Promise.resolve().then(() => {
    asked.delete(area);
    return areas[area].read([...names]);
  });
  asked.set(area, { names, items });
  return items;
}
