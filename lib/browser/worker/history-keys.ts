import { browser } from 'wxt/browser';
import type { KeyKeeper } from '../../history/own-history.ts';
import type { HistoryKeys } from '../../history/seal.ts';
import { betweenChanges } from '../check-settings.ts';
import { keysIn } from '../history-keys.ts';
import { removeForGood } from './clear-storage.ts';

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
      const { current, former } = keys;
      await local.set({
        ...(current !== null && { historyKey: current }),
        ...(former !== null && { formerHistoryKey: former }),
      });
      const hadFormer = (copy?.former ?? null) !== null;
      if (hadFormer && former === null) {
        await betweenChanges(() => removeForGood('formerHistoryKey'));
      }
      copy = keys;
    },
    forget() {
      copy = undefined;
    },
  };
}
