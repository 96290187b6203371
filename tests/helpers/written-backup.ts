import type { BackedUpSettings } from '../../lib/backup/schema/settings.ts';
import { writeBackup } from '../../lib/backup/write-backup.ts';
import type { HistoryFacts } from '../../lib/history/build.ts';
import type { HistoryEntry } from '../../lib/history/entry.ts';
import { summaryOf } from '../../lib/history/rollup/summary.ts';
import type { Round } from '../../lib/model/round.ts';
import { parseStoredRouting } from '../../lib/routing/settings.ts';
import { defaultAlertSettings } from '../../lib/settings/alert-settings.ts';
import { defaultCheckSettings } from '../../lib/settings/check-settings.ts';
import { at } from './clock.ts';

const {
  version: _version,
  agreed: _agreed,
  organisation: _organisation,
  ...checks
} = defaultCheckSettings;
const { showRouting: _undecided, ...routing } = parseStoredRouting(undefined);

/** What is chosen where nobody has chosen anything. */
export const usualSettings: BackedUpSettings = {
  checks,
  routing,
  alerts: defaultAlertSettings,
  ownServices: [],
  catalogFile: null,
  language: null,
};

export const noFacts: HistoryFacts = {
  standings: [],
  lastFullAt: null,
  lastRoute: null,
  states: [],
};

/** A round as the history keeps it, without transitions that are known. */
export function anEntry(round: Round): HistoryEntry {
  const { number: _number, ...summary } = summaryOf(0, round);
  return { round, summary, transitions: [] };
}

/** What is left of it where it has no room. */
export function aGoneEntry(round: Round): HistoryEntry {
  return { ...anEntry(round), round: null };
}

interface Written {
  entries: Iterable<HistoryEntry>;
  settings?: BackedUpSettings;
  facts?: HistoryFacts;
}

/** A backup, as if made at the same time. */
export async function writtenBackup({
  entries,
  settings = usualSettings,
  facts = noFacts,
}: Written): Promise<Blob> {
  const all = [...entries];
  const parts = writeBackup({
    header: {
      at: at(0),
      software: { version: '0.1.0' },
      rounds: all.filter(({ round }) => round !== null).length,
    },
    settings,
    facts,
    entries: (async function* () {
      yield* all;
    })(),
  });
  return new Blob(await Array.fromAsync(parts));
}
