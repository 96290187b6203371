import type { HistoryKeys } from '../history/seal.ts';

/** The keys of the history among the items of `storage.local`. */
export function keysIn(items: Record<string, unknown>): HistoryKeys {
  return { current: textOf(items.historyKey), former: textOf(items.formerHistoryKey) };
}

function textOf(item: unknown): string | null {
  return typeof item === 'string' ? item : null;
}
