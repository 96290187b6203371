import { browser } from 'wxt/browser';
import { localItems } from './local-items.ts';

/** A value that the browser keeps under a name of its own. */
export interface StoredItem<Value> {
  /** Null where there is none. */
  read: () => Promise<Value | null>;
  write: (value: Value) => Promise<void>;
  remove: () => Promise<void>;
}

/** For the worker; pages read all that they need at once (`page/stored.ts`). */
export function storedItem<Value>(name: string): StoredItem<Value> {
  return itemIn(() => localItems(browser.storage.local), name);
}

/** One that is kept in memory, never on disk. */
export function sessionItem<Value>(name: string): StoredItem<Value> {
  return itemIn(() => browser.storage.session, name);
}

type Area = Pick<typeof browser.storage.local, 'get' | 'set' | 'remove'>;

function itemIn<Value>(area: () => Area, name: string): StoredItem<Value> {
  return {
    async read() {
      const { [name]: value = null } = await area().get(name);
      return value as Value | null;
    },
    write: (value) => area().set({ [name]: value }),
    remove: () => area().remove(name),
  };
}
