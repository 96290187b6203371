import type { HistoryEntry } from '../history/entry.ts';
import { datedStarts } from './dated.ts';
import type { Known } from './known.ts';

type Entries = AsyncIterable<HistoryEntry>;

/**
 * Two histories as one. Each keeps its own order; between them, the entry that was recorded earlier comes first. A
 * round that both have is taken from `ours`, and a summary gives way to what the other has of that start.
 */
export async function* weave(
  ours: Entries,
  theirs: Entries,
  known: { ours: Known; theirs: Known },
): AsyncGenerator<HistoryEntry> {
  const kept = filtered(ours, known.ours, ({ round, summary }) => {
    return round !== null || !known.theirs.roundStarts.has(summary.atMs);
  });
  const added = filtered(theirs, known.theirs, ({ round, summary }) => {
    return round === null ? !known.ours.starts.has(summary.atMs) : !known.ours.ids.has(round.id);
  });
  try {
    let [left, right] = [await kept.next(), await added.next()];
    while (left.done !== true || right.done !== true) {
      if (left.done !== true && (right.done === true || isEarlier(left.value, right.value))) {
        yield left.value.entry;
        left = await kept.next();
      } else if (right.done !== true) {
        yield right.value.entry;
        right = await added.next();
      }
    }
  } finally {
    await Promise.all([kept.return(undefined), added.return(undefined)]);
  }
}

/** An entry, and when it was recorded as far as the others of its history tell. */
interface Dated {
  entry: HistoryEntry;
  atMs: number;
}

function isEarlier(one: Dated, other: Dated): boolean {
  return one.atMs <= other.atMs;
}

async function* filtered(
  entries: Entries,
  { order }: Known,
  isWanted: (entry: HistoryEntry) => boolean,
): AsyncGenerator<Dated, undefined> {
  const dates = datedStarts(order);
  let index = 0;
  for await (const entry of entries) {
    // One that was recorded since is not among them.
    const atMs = dates[index] ?? entry.summary.atMs;
    index += 1;
    if (isWanted(entry)) yield { entry, atMs };
  }
}
