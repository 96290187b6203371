/*
 * Firefox keeps `storage.local` in a database. Where its file is damaged, every call fails, for as long as the
 * extension is installed, and no extension can delete that file. What belongs there is kept in `localStorage` then,
 * which is another file, and which the worker of Firefox, being a page, has too.
 */

/** The item with all of it; absent while `storage.local` is in use. */
export const itemsInstead = 'itemsInstead';

interface Items {
  [name: string]: unknown;
}

/** What is called of `storage.local`. */
interface Area {
  get(names?: string | readonly string[]): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(names: string | readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

const instead: Area = {
  async get(names) {
    const wanted = names === undefined ? null : [names].flat();
    return Object.fromEntries(
      Object.entries(read()).filter(([name]) => wanted === null || wanted.includes(name)),
    );
  },
  async set(items) {
    write({ ...read(), ...items });
  },
  async remove(names) {
    const gone = [names].flat();
    write(Object.fromEntries(Object.entries(read()).filter(([name]) => !gone.includes(name))));
  },
  // It stays in use.
  clear: async () => write({}),
};

/** `storage.local`, or what has taken its place. To be asked for at each call. */
export function localItems<Local>(local: Local): Local {
  return import.meta.env.FIREFOX && isLeft() ? (instead as Local) : local;
}

/** Whether `storage.local` was given up. */
export function isLeft(): boolean {
  return localStorage.getItem(itemsInstead) !== null;
}

/** Gives it up. */
export function leave(): void {
  write({});
}

/** Goes back to it, unless the person has agreed to checks meanwhile: that, and what came after, is the latest. */
export function returnUnlessAgreed(): void {
  const { checks } = read() as { checks?: { agreed?: boolean } };
  if (checks?.agreed !== true) localStorage.removeItem(itemsInstead);
}

function read(): Items {
  return JSON.parse(localStorage.getItem(itemsInstead) ?? '{}') as Items;
}

function write(items: Items): void {
  localStorage.setItem(itemsInstead, JSON.stringify(items));
}
