import type { HistoryFacts } from '../history/build.ts';
import type { HistoryEntry } from '../history/entry.ts';
import { withoutExit } from '../history/without-exit.ts';

/** The same entries without the country and AS number that traffic left from. */
export async function* withoutExits(
  entries: AsyncIterable<HistoryEntry>,
): AsyncGenerator<HistoryEntry> {
  for await (const entry of entries) {
    yield entry.round === null ? entry : { ...entry, round: withoutExit(entry.round) };
  }
}

export function factsWithoutExit(facts: HistoryFacts): HistoryFacts {
  return { ...facts, lastRoute: facts.lastRoute && withoutExit(facts.lastRoute) };
}
