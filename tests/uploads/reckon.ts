import type { Round } from '../../lib/model/round.ts';
import type { UploadSignal } from '../../lib/settings/upload.ts';
import type { UploadStatus } from '../../lib/upload/status.ts';
import type { Accounts } from './accounts.ts';
import { expectedIds, isNeverTaken } from './probe.ts';

/** What became of the rounds of one or more probes; records are log records and data points. */
export interface Reckoning {
  rounds: number;
  delivered: number;
  dropped: number;
  gone: number;
  /** Records that came at least once. */
  unique: number;
  /** How often a record came again. */
  again: number;
  /** Records that were refused, and never accepted. */
  refused: number;
  requests: number;
  /** How often a browser was killed between an answer and its note. */
  kills: number;
  /** What may never be: a record that is lost, twice, or not counted. */
  complaints: string[];
}

interface Made {
  rounds: readonly Round[];
  /** Ids of rounds that the person deleted before they were sent as a whole. */
  deleted: ReadonlySet<string>;
  signals: readonly UploadSignal[];
  status: UploadStatus;
  waiting: number;
  accounts: Accounts;
}

export function reckon(made: Made): Omit<Reckoning, 'requests' | 'kills'> {
  const { rounds, deleted, signals, status, accounts } = made;
  const { delivered, dropped, gone } = status;
  const expected = rounds
    .filter(({ id }) => !deleted.has(id))
    .flatMap((round) => signals.flatMap((signal) => idsOf(round, signal)));
  const missing = expected.filter((id) => !accounts.accepted.has(id));
  const lost = missing.filter((id) => !accounts.refused.has(id));
  const refused = missing.length - lost.length;
  return {
    rounds: rounds.length,
    delivered,
    dropped,
    gone,
    refused,
    unique: accounts.accepted.size,
    again: accounts.came - accounts.accepted.size,
    complaints: [
      ...lost.map((id) => `lost: ${id}`),
      ...[...accounts.changed].map((id) => `not the same when it came again: ${id}`),
      ...unlike('rounds that still wait', made.waiting, 0),
      ...unlike('rounds that are counted', delivered + dropped + gone, rounds.length),
      ...unlike('rounds that are counted as gone', gone, deleted.size),
      ...unlike('rounds that are counted as dropped', dropped, droppable(made)),
      ...(refused > status.refused
        ? [`${refused} records refused, ${status.refused} counted`]
        : []),
    ],
  };
}

function idsOf(round: Round, signal: UploadSignal): string[] {
  if (signal === 'logs' && isNeverTaken(round.id)) return [];
  return expectedIds(round)[signal];
}

/** How many rounds were there to be dropped. */
function droppable({ rounds, deleted, signals }: Made): number {
  if (!signals.includes('logs')) return 0;
  return rounds.filter(({ id }) => isNeverTaken(id) && !deleted.has(id)).length;
}

function unlike(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${what}: ${found} instead of ${expected}`];
}
