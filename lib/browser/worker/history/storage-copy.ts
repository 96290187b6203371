/*
 * A copy of `storage.local` in a file of its own, for the moment in which the storage is written anew. A file, unlike
 * a record of a database, is gone from the disk once it is removed.
 */

const name = 'storage-copy';

export async function keepCopy(items: Record<string, unknown>): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(name, { create: true });
  const writing = await file.createWritable();
  await writing.write(JSON.stringify(items));
  await writing.close();
}

/** Null where there is none, or none that was written to its end. */
export async function readCopy(): Promise<Record<string, unknown> | null> {
  const folder = await navigator.storage.getDirectory();
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return JSON.parse(await file.text()) as Record<string, unknown>;
  } catch {
    return null;
  }
}

export async function removeCopy(): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  await folder.removeEntry(name).catch(() => undefined);
}
