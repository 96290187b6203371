import { browser } from 'wxt/browser';
import type { KeyKeeper } from '../../history/own-history.ts';
import type { HistoryKeys } from '../../history/seal.ts';
import { betweenChanges } from '../check-settings.ts';
import { keysIn } from '../history-keys.ts';

/** The keys in `storage.local`; a copy in memory spares a question for each record. */
export interface StoredKeys extends KeyKeeper {
  /** Forgets the copy. */
  forget(): void;
}

export function createStoredKeys(): StoredKeys {
  const { local } = browser.storage;
  let copy: HistoryKeys | undefined;
  return {
    async read() {
      copy ??= keysIn(await local.get(['historyKey', 'formerHistoryKey']));
      return copy;
    },
    async save(keys) {
      const items = {
        ...(keys.current !== null && { historyKey: keys.current }),
        ...(keys.former !== null && { formerHistoryKey: keys.former }),
      };
      if (copy?.former !== keys.former && keys.former === null)
        await betweenChanges(() => rewrite(items));
      else await local.set(items);
      copy = keys;
    },
    forget() {
      copy = undefined;
    },
  };

  /** What is merely removed stays in the browser's files for long; what was cleared does not. */
  async function rewrite(items: Record<string, string>): Promise<void> {
    const { formerHistoryKey: _former, ...kept } = await local.get();
    await local.clear();
    await local.set({ ...kept, ...items });
  }
}
