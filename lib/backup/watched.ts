import type { HistoryEntry } from '../history/entry.ts';

interface Watch {
  /** Ends the iteration with the signal's reason. */
  signal: AbortSignal;
  /** Called before each entry is handed on, with how many came before. */
  onEntry: (done: number) => void;
}

/** The same entries, watched. */
export async function* watched(
  entries: AsyncIterable<HistoryEntry>,
  { signal, onEntry }: Watch,
): AsyncGenerator<HistoryEntry> {
  let done = 0;
  for await (const entry of entries) {
    signal.throwIfAborted();
    onEntry(done);
    done += 1;
    yield entry;
  }
}
