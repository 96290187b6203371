import { browser } from 'wxt/browser';

/*
 * `storage.local`. The worker keeps what it has read until it changes: a check needs some thirty items, and each question
 * to the browser takes the processor half a millisecond.
 */

type Items = Record<string, unknown>;

interface Kept {
  items: Map<string, unknown>;
  /** Whether all was read, so that what is not among them is not there. */
  isAll: boolean;
  /** Names that have changed since. */
  changed: Set<string>;
}

/** Null where nothing is kept, as in pages. */
let kept: Kept | null = null;

/** Rises with each change: what was asked for before one must not be kept after it. */
let changes = 0;

/** Begins to keep what is read. For the worker, which calls it synchronously as it starts. */
export function keepLocalItems(): void {
  kept = nothingKept();
  browser.storage.local.onChanged.addListener((changed) => forget(Object.keys(changed)));
}

function nothingKept(): Kept {
  return { items: new Map(), isAll: false, changed: new Set() };
}

/** Those of some names that are there. */
export async function readLocal(names: readonly string[]): Promise<Items> {
  if (kept !== null && names.every(isKnown)) {
    const { items } = kept;
    // Whoever gets a value may change it.
    return structuredClone(
      Object.fromEntries(
        names.filter((name) => items.has(name)).map((name) => [name, items.get(name)]),
      ),
    );
  }
  const before = changes;
  const items = await browser.storage.local.get([...names]);
  if (before === changes) keep(names, items);
  return items;
}

/** All that is there, asked for anew. */
export async function readAllLocal(): Promise<Items> {
  const before = changes;
  const items = await browser.storage.local.get();
  if (kept !== null && before === changes) {
    kept = {
      items: new Map(Object.entries(structuredClone(items))),
      isAll: true,
      changed: new Set(),
    };
  }
  return items;
}

export function writeLocal(items: Items): Promise<void> {
  return changing(Object.keys(items), () => browser.storage.local.set(items));
}

export function removeLocal(names: readonly string[]): Promise<void> {
  return changing(names, () => browser.storage.local.remove([...names]));
}

export function clearLocal(): Promise<void> {
  return changing(null, () => browser.storage.local.clear());
}

/** What is read while the browser makes a change may be from before it. */
async function changing(names: readonly string[] | null, change: () => Promise<void>) {
  try {
    await change();
  } finally {
    forget(names);
  }
}

/** @param names null for all */
function forget(names: readonly string[] | null): void {
  changes += 1;
  if (kept === null) return;
  if (names === null) {
    kept = nothingKept();
    return;
  }
  for (const name of names) {
    kept.items.delete(name);
    kept.changed.add(name);
  }
}

function keep(names: readonly string[], items: Items): void {
  if (kept === null) return;
  for (const name of names) {
    kept.changed.delete(name);
    if (name in items) kept.items.set(name, structuredClone(items[name]));
  }
}

function isKnown(name: string): boolean {
  if (kept === null) return false;
  return kept.items.has(name) || (kept.isAll && !kept.changed.has(name));
}
