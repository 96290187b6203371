import type { HistoryEntry } from '../history/entry.ts';
import type { Known } from './known.ts';

type Entries = AsyncIterable<HistoryEntry>;

/**
 * Two histories as one. Each keeps its own order; between them, the entry that started earlier comes first. A round
 * that both have is taken from `ours`, and a summary gives way to what the other has of that start.
 */
export async function* weave(
  ours: Entries,
  theirs: Entries,
  known: { ours: Known; theirs: Known },
): AsyncGenerator<HistoryEntry> {
  const kept = filtered(ours, ({ round, summary }) => {
    return round !== null || !known.theirs.roundStarts.has(summary.atMs);
  });
  const added = filtered(theirs, ({ round, summary }) => {
    return round === null ? !known.ours.starts.has(summary.atMs) : !known.ours.ids.has(round.id);
  });
  try {
    let [left, right] = [await kept.next(), await added.next()];
    while (left.done !== true || right.done !== true) {
      if (left.done !== true && (right.done === true || isEarlier(left.value, right.value))) {
        yield left.value;
        left = await kept.next();
      } else if (right.done !== true) {
        yield right.value;
        right = await added.next();
      }
    }
  } finally {
    await Promise.all([kept.return(undefined), added.return(undefined)]);
  }
}

function isEarlier(one: HistoryEntry, other: HistoryEntry): boolean {
  return one.summary.atMs <= other.summary.atMs;
}

async function* filtered(
  entries: Entries,
  isWanted: (entry: HistoryEntry) => boolean,
): AsyncGenerator<HistoryEntry, undefined> {
  for await (const entry of entries) if (isWanted(entry)) yield entry;
}
