import { fakeBrowser } from 'wxt/testing/fake-browser';
import { betweenChanges } from '../../lib/browser/between-changes.ts';

/** Rewrites the storage as the worker does, in the queue of changes; it stands empty until `finish`. */
export function rewriteStorageSlowly(): { rewritten: Promise<void>; finish: () => void } {
  const { local } = fakeBrowser.storage;
  const rewriting = Promise.withResolvers<void>();
  const rewritten = betweenChanges(async () => {
    const kept = await local.get();
    await local.clear();
    await rewriting.promise;
    await local.set(kept);
  });
  return { rewritten, finish: rewriting.resolve };
}
