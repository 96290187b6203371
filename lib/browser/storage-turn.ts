/*
 * Pages write the language to the storage themselves, which the worker sometimes writes anew: one after the other, as
 * what comes between the worker's reading and writing would be lost.
 */

/** Runs a step while no other such step is under way, here or in another part of the extension. */
export function inStorageTurn(step: () => Promise<void>): Promise<void> {
  return navigator.locks.request('storage', step);
}
