import type { HistoryFacts } from '../history/build.ts';
import type { Note } from '../model/note.ts';
import type { LastState } from '../model/transition.ts';

/** The facts of two histories as one: where both know something, what the later one says. */
export function mergeFacts(earlier: HistoryFacts, later: HistoryFacts): HistoryFacts {
  return {
    standings: byService(earlier.standings, later.standings),
    lastFullAt: latest(earlier.lastFullAt, later.lastFullAt, (at) => at),
    lastRoute: latest(earlier.lastRoute, later.lastRoute, ({ at }) => at),
    states: latestStates([...earlier.states, ...later.states]),
  };
}

/** The notes of two histories. One that both have was made in either, or came back with a backup. */
export function mergeNotes(
  ours: readonly Note[] = [],
  theirs: readonly Note[] = [],
): readonly Note[] {
  return [...new Map([...theirs, ...ours].map((note) => [note.id, note])).values()];
}

function byService<Of extends { service: string }>(
  earlier: readonly Of[],
  later: readonly Of[],
): Of[] {
  return [...new Map([...earlier, ...later].map((one) => [one.service, one])).values()];
}

function latest<Of>(one: Of | null, other: Of | null, timeOf: (of: Of) => string): Of | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(timeOf(one)) > Date.parse(timeOf(other)) ? one : other;
}

function latestStates(states: readonly LastState[]): LastState[] {
  const latestOf = new Map<string, LastState>();
  for (const one of states) {
    const seenAt = latestOf.get(one.service)?.seenAt;
    if (seenAt === undefined || Date.parse(one.seenAt) >= Date.parse(seenAt)) {
      latestOf.set(one.service, one);
    }
  }
  return [...latestOf.values()];
}
