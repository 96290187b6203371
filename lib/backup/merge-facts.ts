import type { HistoryFacts } from '../history/build.ts';
import { mostNotes, type Note } from '../model/note.ts';
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

type Notes = readonly Note[] | undefined;

/**
 * The notes of two histories, the newest where there are more than there may be. One that both have was made in either, or
 * came back with a backup.
 */
export function mergeNotes(ours: Notes, theirs: Notes): readonly Note[] {
  return newestNotes(allNotes(ours, theirs));
}

/** How many of the notes of two histories are left out where these become one. */
export function notesLeftOut(ours: Notes, theirs: Notes): number {
  return Math.max(0, allNotes(ours, theirs).length - mostNotes);
}

/** As many as there may be. */
export function newestNotes(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= mostNotes) return notes;
  const byDay = notes.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return byDay.slice(0, mostNotes);
}

function allNotes(ours: Notes = [], theirs: Notes = []): Note[] {
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
