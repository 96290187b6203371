import type { RefObject } from 'preact';
import { dayText, minuteTime } from '../../lib/i18n/time.ts';
import type { KnownEvent } from '../../lib/model/known-event.ts';
import type { NoteActions } from '../../lib/view/actions/note-actions.ts';
import { serviceHref } from '../../lib/view/page/address.ts';
import type { TimelineDay, TimelineEntry } from '../../lib/view/timeline.ts';
import { StateChange } from '../signs/StateChange.tsx';
import { NoteEntry } from './NoteEntry.tsx';
import { useTimelineText } from './timeline-text.ts';

interface TimelineDaysProps extends NoteActions {
  list: RefObject<HTMLOListElement | null>;
  days: readonly TimelineDay[];
  now: Date;
  nameOf: (service: string) => string;
}

/** The days under their dates. */
export function TimelineDays({ list, days, ...props }: TimelineDaysProps) {
  const { language } = useTimelineText();
  return (
    <ol ref={list} class="timeline" tabIndex={-1}>
      {days.map(({ atMs, entries }) => (
        <li key={atMs}>
          <h2>{dayText(language, new Date(atMs).toISOString())}</h2>
          <ul>
            {entries.map((entry) => (
              <Entry
                key={keyOf(entry)}
                entry={entry}
                onGone={() => list.current?.focus()}
                {...props}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

interface EntryProps extends Omit<TimelineDaysProps, 'days' | 'list'> {
  entry: TimelineEntry;
  onGone: () => void;
}

function Entry({ entry, nameOf, ...ofNotes }: EntryProps) {
  const { language, t } = useTimelineText();
  switch (entry.kind) {
    case 'change':
      return (
        <li class="change">
          <StateChange
            change={entry.change}
            nameOf={nameOf}
            when={minuteTime(language, entry.change.at)}
          />
        </li>
      );
    case 'event':
      return <Event event={entry.event} nameOf={nameOf} />;
    case 'note':
      return <NoteEntry note={entry.note} {...ofNotes} />;
    case 'beginning':
      return <li class="beginning">{t('timeline.begin')}</li>;
    default:
      return entry satisfies never;
  }
}

function Event({ event, nameOf }: { event: KnownEvent } & Pick<EntryProps, 'nameOf'>) {
  const { t } = useTimelineText();
  const { id, services, sources } = event;
  return (
    <li class="event">
      <p>
        <span class="kind">{t('timeline.event')}</span> {t(`event.${id}`)}
      </p>
      {services.length > 0 && (
        <p class="concerned">
          {services.map((service) => (
            <a key={service} href={serviceHref(service)}>
              <bdi>{nameOf(service)}</bdi>
            </a>
          ))}
        </p>
      )}
      {sources.map((address) => (
        <p key={address} class="source">
          {t('timeline.source', { address: address.replace('https://', '') })}
        </p>
      ))}
    </li>
  );
}

function keyOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'change':
      return `${entry.change.number} ${entry.change.service}`;
    case 'event':
      return entry.event.id;
    case 'note':
      return entry.note.id;
    case 'beginning':
      return entry.kind;
    default:
      return entry satisfies never;
  }
}
