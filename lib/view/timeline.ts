import type { HomeEvents, KnownEvent } from '../model/known-event.ts';
import type { Note } from '../model/note.ts';
import type { Transition } from '../model/transition.ts';

/** What a timeline may have: changes that checks saw, known events, and the person's notes. */
export const timelineKinds = ['changes', 'events', 'notes'] as const;

export type TimelineKind = (typeof timelineKinds)[number];

/** All that a timeline is made of. */
export interface TimelineSources {
  /** The newest, of the service that is wanted. */
  changes: readonly Transition[];
  /** There are older changes. */
  hasMore: boolean;
  home: HomeEvents;
  notes: readonly Note[];
  /** ISO 8601 UTC; null without any. */
  firstCheckAt: string | null;
}

/** What a person wants to see of it; null: of all services. */
export interface TimelineWish {
  kinds: ReadonlySet<TimelineKind>;
  service: string | null;
}

type Content =
  | { kind: 'change'; change: Transition }
  | { kind: 'event'; event: KnownEvent }
  | { kind: 'note'; note: Note }
  | { kind: 'beginning' };

export type TimelineEntry = Content & { atMs: number };

/** A day by this computer's clock. */
export interface TimelineDay {
  /** Of its latest entry, in milliseconds since 1970. */
  atMs: number;
  /** Latest first. */
  entries: TimelineEntry[];
}

/**
 * Days with what happened on them, latest first. It ends with the oldest change that was read, as long as there are
 * older ones: beyond it events would stand where changes are missing.
 */
export function timelineOf(sources: TimelineSources, wish: TimelineWish): TimelineDay[] {
  const all = [...changesOf(sources, wish), ...othersOf(sources, wish)];
  return daysOf(all.toSorted((one, other) => other.atMs - one.atMs));
}

function changesOf({ changes }: TimelineSources, { kinds }: TimelineWish): TimelineEntry[] {
  if (!kinds.has('changes')) return [];
  return changes.map((change) => ({ kind: 'change', change, atMs: Date.parse(change.at) }));
}

function othersOf(sources: TimelineSources, wish: TimelineWish): TimelineEntry[] {
  const { changes, hasMore, home, notes, firstCheckAt } = sources;
  const { kinds, service } = wish;
  const entries: TimelineEntry[] = [];
  for (const event of kinds.has('events') ? home.events : []) {
    if (concerns(event, service)) entries.push({ kind: 'event', event, atMs: noonOf(event.day) });
  }
  for (const note of kinds.has('notes') ? notes : []) {
    entries.push({ kind: 'note', note, atMs: Date.parse(note.at) });
  }
  if (!kinds.has('changes')) return entries;
  if (firstCheckAt !== null) entries.push({ kind: 'beginning', atMs: Date.parse(firstCheckAt) });
  const oldest = Math.min(...changes.map(({ at }) => Date.parse(at)));
  return hasMore ? entries.filter(({ atMs }) => atMs >= oldest) : entries;
}

function concerns({ services }: KnownEvent, service: string | null): boolean {
  return service === null || services.length === 0 || services.includes(service);
}

/** A day without a time belongs to that day wherever the person is. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00`);
}

function daysOf(entries: readonly TimelineEntry[]): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last !== undefined && isSameDay(last.atMs, entry.atMs)) last.entries.push(entry);
    else days.push({ atMs: entry.atMs, entries: [entry] });
  }
  return days;
}

function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}
