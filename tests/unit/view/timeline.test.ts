import '../../helpers/clock-of-utc.ts';
import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '../../../lib/model/known-event.ts';
import type { Transition } from '../../../lib/model/transition.ts';
import {
  type TimelineEntry,
  type TimelineSources,
  timelineKinds,
  timelineOf,
} from '../../../lib/view/timeline.ts';

const everything = { kinds: new Set(timelineKinds), service: null };

function buildChange(at: string, service = 'signal'): Transition {
  return {
    service,
    at,
    from: 'ok',
    to: 'blocked',
    roundId: 'round-7',
    number: 7,
    day: 1,
    mechanisms: [],
    confidence: 'medium',
    route: 'direct',
    witnesses: [],
  };
}

function buildEvent(day: string, services: string[] = []): KnownEvent {
  return { id: 'ru-2026-02-11', day, services, sources: ['https://a.example/'] };
}

function buildSources(part: Partial<TimelineSources> & { events?: KnownEvent[] }): TimelineSources {
  const { events = [], ...rest } = part;
  const home = { country: 'RU', events, reviewed: '2026-11-26' };
  return { changes: [], hasMore: false, home, notes: [], firstCheckAt: null, ...rest };
}

const note = { id: 'a', at: '2026-03-02T12:00:00.000Z', text: 'moved house' };
const kindsOf = (entries: readonly TimelineEntry[] = []) => entries.map(({ kind }) => kind);

describe('a timeline', () => {
  it('has the days with what happened on them, latest first', () => {
    const days = timelineOf(
      buildSources({
        changes: [buildChange('2026-03-02T15:00:00.000Z'), buildChange('2026-03-01T09:00:00.000Z')],
        events: [buildEvent('2026-03-02')],
        notes: [{ ...note, at: '2026-03-04T12:00:00.000Z' }],
        firstCheckAt: '2026-03-01T08:00:00.000Z',
      }),
      everything,
    );

    expect(days.map(({ entries }) => kindsOf(entries))).toEqual([
      ['note'],
      ['change', 'event'],
      ['change', 'beginning'],
    ]);
  });

  it('ends where older changes were not read, as long as there are some', () => {
    const sources = buildSources({
      changes: [buildChange('2026-03-02T09:00:00.000Z')],
      events: [buildEvent('2025-08-13'), buildEvent('2026-03-05')],
      notes: [note],
      firstCheckAt: '2026-01-01T08:00:00.000Z',
    });

    const cut = timelineOf({ ...sources, hasMore: true }, everything);
    const whole = timelineOf(sources, everything);

    expect(cut.flatMap(({ entries }) => kindsOf(entries))).toEqual(['event', 'note', 'change']);
    expect(whole.flatMap(({ entries }) => kindsOf(entries))).toEqual([
      'event',
      'note',
      'change',
      'beginning',
      'event',
    ]);
  });

  it('has of one service what concerns it, and what concerns all', () => {
    const events = [
      buildEvent('2026-03-01', ['telegram']),
      buildEvent('2026-03-02', ['signal', 'telegram']),
      buildEvent('2026-03-03'),
    ];

    const days = timelineOf(buildSources({ events, notes: [note] }), {
      ...everything,
      service: 'signal',
    });

    expect(days.flatMap(({ entries }) => kindsOf(entries))).toEqual(['event', 'event', 'note']);
  });

  it.each([
    ['changes', ['change', 'beginning']],
    ['events', ['event']],
    ['notes', ['note']],
  ] as const)('shows %s alone where a person wants that', (kind, expected) => {
    const sources = buildSources({
      changes: [buildChange('2026-03-02T09:00:00.000Z')],
      events: [buildEvent('2026-03-01')],
      notes: [note],
      firstCheckAt: '2026-01-01T08:00:00.000Z',
    });

    const days = timelineOf(sources, { kinds: new Set([kind]), service: null });

    expect(days.flatMap(({ entries }) => kindsOf(entries))).toEqual(expected);
  });
});
