import type { Bar, SeenState, ServiceCheck, Span } from '../../model/bar.ts';
import type { Period } from '../../model/deletion.ts';
import type { HomeEvents } from '../../model/known-event.ts';
import type { Note } from '../../model/note.ts';
import type { Round } from '../../model/round.ts';
import type { RoutingVerdict } from '../../model/route.ts';
import type { Transition } from '../../model/transition.ts';

/** What the pages of the dashboard read of the history when they are opened. */
export interface HistoryQueries {
  /** Of all services, or of one. */
  readBars: (span: Span, service?: string) => Promise<Bar[]>;
  /** The newest, newest first; of all services, or of one. */
  readChanges: (limit: number, service?: string) => Promise<Transition[]>;
  /** What the checks of a bar saw of a service, oldest first; by one route, or by all. */
  readChecks: (
    bar: Pick<Bar, 'fromMs' | 'toMs'>,
    service: string,
    route: RoutingVerdict | null,
  ) => Promise<ServiceCheck[]>;
  /** What the checks of the last days saw, oldest first. */
  readSeenStates: () => Promise<SeenState[]>;
  /** Ids of all services that ever had a verdict. */
  readKnownServices: () => Promise<string[]>;
  /** Null where the history has no such check. */
  readRound: (id: string) => Promise<Round | null>;
  /** How many checks there are of a period, which may lack an end, or of a service. */
  countRounds: (part: Partial<Period> | { service: string }) => Promise<number>;
  /** When the first check began that anything is known of, ISO 8601 UTC; null without any. */
  readFirstCheck: () => Promise<string | null>;
  /** The known events of the stated home country, or of the clock's. */
  readEvents: (statedHome: string | null) => Promise<HomeEvents>;
  /** The person's notes, in no order. */
  readNotes: () => Promise<readonly Note[]>;
  /** The services that there are results of; `names` of those that are known. */
  readServices: (names: ReadonlyMap<string, string>) => Promise<{ id: string; name: string }[]>;
}
