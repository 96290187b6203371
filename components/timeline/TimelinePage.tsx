import { useState } from 'preact/hooks';
import type { NoteActions } from '../../lib/view/actions/note-actions.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { type NamedService, withKnown } from '../../lib/view/service-names.ts';
import {
  type TimelineKind,
  type TimelineSources,
  timelineKinds,
  timelineOf,
} from '../../lib/view/timeline.ts';
import { useLoaded } from '../loading/use-loaded.ts';
import { useMore } from '../loading/use-more.ts';
import { PageTitle } from '../page/PageTitle.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { HomeEventsLine } from './HomeEventsLine.tsx';
import { NewNote } from './NewNote.tsx';
import { TimelineDays } from './TimelineDays.tsx';
import { TimelineFilter } from './TimelineFilter.tsx';
import { useTimelineLoaded, useTimelineText } from './timeline-text.ts';
import './timeline.css';

const atFirst = 50;
const atMost = 1000;

export interface TimelinePageProps extends NoteActions {
  /** Those of the latest check, in their order. */
  services: readonly NamedService[];
  nameOf: (service: string) => string;
  queries: HistoryQueries;
  /** What the person stated; null: the clock tells. */
  homeCountry: string | null;
  now: Date;
  /** Anything that changes with the history. */
  version: unknown;
}

/** What happened, day by day: the changes that checks saw beside the events that are known. */
export function TimelinePage(props: TimelinePageProps) {
  const { t } = useDashboardText();
  const isLoaded = useTimelineLoaded();
  return (
    <>
      <PageTitle text={t('page.timeline')} />
      {isLoaded && <Timeline {...props} />}
    </>
  );
}

function Timeline(props: TimelinePageProps) {
  const { services, nameOf, queries, homeCountry, version, now, onSaveNote, onDeleteNote } = props;
  const { t } = useTimelineText();
  const [kinds, setKinds] = useState<ReadonlySet<TimelineKind>>(new Set(timelineKinds));
  const [service, setService] = useState<string | null>(null);
  const [limit, setLimit] = useState(atFirst);
  const { value, hasFailed } = useLoaded(
    () => readSources(queries, { service, limit, homeCountry }),
    [queries, service, limit, homeCountry, version],
  );
  const { value: known = [] } = useLoaded(queries.readKnownServices, [queries, version]);
  const { holder, onMore } = useMore<HTMLOListElement>(value);
  const days = value === undefined ? [] : timelineOf(value, { kinds, service });
  return (
    <>
      <p>{t('timeline.intro')}</p>
      {value && <NewNote count={value.notes.length} {...{ now, onSaveNote }} />}
      <TimelineFilter
        {...{ kinds, service }}
        services={withKnown(services, known, nameOf)}
        onKinds={setKinds}
        onService={(chosen) => {
          setService(chosen);
          setLimit(atFirst);
        }}
      />
      {value && kinds.has('events') && <HomeEventsLine home={value.home} />}
      {hasFailed && <p>{t('error.history')}</p>}
      {value && days.length === 0 && <p>{t('timeline.none')}</p>}
      <TimelineDays list={holder} {...{ days, nameOf, now, onSaveNote, onDeleteNote }} />
      {value?.hasMore && limit < atMost && (
        <button
          type="button"
          onClick={() => {
            onMore();
            setLimit(atMost);
          }}
        >
          {t('changes.more')}
        </button>
      )}
    </>
  );
}

async function readSources(
  queries: HistoryQueries,
  wish: { service: string | null; limit: number; homeCountry: string | null },
): Promise<TimelineSources> {
  const { service, limit, homeCountry } = wish;
  const [changes, home, notes, firstCheckAt] = await Promise.all([
    // One more tells whether there are more.
    queries.readChanges(limit + 1, service ?? undefined),
    queries.readEvents(homeCountry),
    queries.readNotes(),
    queries.readFirstCheck(),
  ]);
  const hasMore = changes.length > limit;
  return { changes: changes.slice(0, limit), hasMore, home, notes, firstCheckAt };
}
