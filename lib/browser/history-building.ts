/*
 * While a page builds a history, its database has no place yet, and is not to be taken for one that a dead page left.
 * The browser ends a page's lock with the page.
 */

const lock = 'history-building';

/** Runs a step during which databases without a place stay; one such step after the other. */
export function whileBuilding<Result>(step: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(lock, step) as Promise<Result>;
}

/** Runs a step unless a page is building a history. */
export async function unlessBuilding(step: () => Promise<void>): Promise<void> {
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    if (held !== null) await step();
  });
}
