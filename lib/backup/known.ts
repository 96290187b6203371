import type { HistoryEntry } from '../history/entry.ts';
import type { BackupCounts } from '../model/backup.ts';

/** What is known of a history once all of its entries were read. */
export interface Known {
  counts: BackupCounts;
  /** Ids of its rounds. */
  ids: Set<string>;
  /** In milliseconds since 1970: starts of its rounds, and of all its entries. */
  roundStarts: Set<number>;
  starts: Set<number>;
  /** The starts of its entries in the order of recording. */
  order: number[];
  /** Names of the services of its rounds, by id. */
  services: Map<string, string>;
  /** ISO 8601 UTC: starts of the earliest and of the latest round; null without any. */
  from: string | null;
  to: string | null;
  /** Whether a round says where traffic left from. */
  hasExits: boolean;
}

export function nothingKnown(): Known {
  return {
    counts: { rounds: 0, summaries: 0, transitions: 0 },
    ids: new Set(),
    roundStarts: new Set(),
    starts: new Set(),
    order: [],
    services: new Map(),
    from: null,
    to: null,
    hasExits: false,
  };
}

export function addToKnown(known: Known, { round, summary, transitions }: HistoryEntry): void {
  known.counts.transitions += transitions.length;
  known.starts.add(summary.atMs);
  known.order.push(summary.atMs);
  if (round === null) {
    known.counts.summaries += 1;
    return;
  }
  known.counts.rounds += 1;
  known.ids.add(round.id);
  known.roundStarts.add(summary.atMs);
  for (const { id, name } of round.services) known.services.set(id, name);
  const { exitCountry, exitAsn } = round.routing;
  known.hasExits ||= exitCountry !== undefined || exitAsn !== undefined;
  if (known.from === null || round.startedAt < known.from) known.from = round.startedAt;
  if (known.to === null || round.startedAt > known.to) known.to = round.startedAt;
}
