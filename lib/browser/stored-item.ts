import { browser } from 'wxt/browser';

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
      const { [name]: value = null } = await browser.storage[area].get(name);
      return value as Value | null;
    },
    write: (value) => browser.storage[area].set({ [name]: value }),
    remove: () => browser.storage[area].remove(name),
  };
}
