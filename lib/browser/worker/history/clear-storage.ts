import { newKey } from '../../../history/seal.ts';
import { runAll } from '../../../steps/run-all.ts';
import { clearLocal, readAllLocal, removeLocal, writeLocal } from '../../local-items.ts';
import { inStorageTurn } from '../../storage-turn.ts';
import { keepCopy, readCopy, removeCopy } from './storage-copy.ts';

/** The item that says that what was replaced still lies in the files. */
export const unclean = 'storageUnclean';

/** More than the storage ever holds. */
const fillerCount = 1_000;

/** Clears `storage.local` in such a way that nothing of it stays in the browser's files. */
export async function clearStorage(): Promise<void> {
  await runAll(import.meta.env.FIREFOX ? [clearLocal, overwriteFreed] : [removeCopy, clearLocal]);
}

/**
 * Removes items, and whatever was replaced or removed before, in the same way. Chromium appends to a log, whose
 * files it deletes only with the whole storage; so all else is written anew.
 */
export async function rewriteStorage(without: readonly string[]): Promise<void> {
  await removeLocal([...without, unclean]);
  if (import.meta.env.FIREFOX) return overwriteFreed();
  await keepCopy(await readAllLocal());
  await inStorageTurn(async () => {
    // Both are asked for at once, in this order, so that nothing that this worker writes comes between them.
    const [kept] = await Promise.all([readAllLocal(), clearLocal()]);
    // What was written since is newer.
    await writeLocal({ ...kept, ...(await readAllLocal()) });
  });
  await removeCopy();
}

/**
 * Ends what a worker that died had begun: brings back what it had cleared, and clears what it had replaced. To be
 * called before anything reads the storage.
 */
export async function recoverStorage(): Promise<void> {
  const copy = import.meta.env.FIREFOX ? null : await readCopy();
  const present = await readAllLocal();
  if (copy !== null) await writeLocal({ ...copy, ...present });
  if (copy !== null || unclean in present) await rewriteStorage([]);
}

/** Firefox leaves what is deleted in its database until other items take the place. */
async function overwriteFreed(): Promise<void> {
  const names = Array.from({ length: fillerCount }, (_, index) => `filler${index}`);
  // Of the same form as a key, so that they take its place.
  await writeLocal(Object.fromEntries(names.map((name) => [name, newKey()])));
  await removeLocal(names);
}
