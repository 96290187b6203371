import type { Attempt } from '../../model/attempt.ts';
import { mechanisms } from '../../model/mechanism.ts';
import type { Round } from '../../model/round.ts';
import { askedUrl, type ServiceResult, type TargetResult } from '../../model/service.ts';
import { roles, serviceStates } from '../../model/words.ts';
import { attemptColumns, attemptLocalTime, remoteIpKind } from './attempt-columns.ts';
import { type Column, joined, type Shape } from './column.ts';
import {
  firstRoundColumns,
  lastRoundColumns,
  networkLabel,
  roundLocalTime,
} from './round-columns.ts';
import { serviceId, verdictColumns } from './service-columns.ts';

/** The sources of a row's cells. Cells of a missing source are empty. */
export interface AttemptRow {
  round: Round;
  service: ServiceResult | null;
  target: TargetResult | null;
  /** The address that the attempt asked; without one, the first of the target's. */
  asked: string | null;
  attempt: Attempt | null;
}

type TargetColumn = Column<Pick<AttemptRow, 'target' | 'asked'>>;

const noTarget = 'nothing of the service was asked';
const noTries =
  'it was not asked in this check; or none of its attempts counted as a try so far: it has no vote or several addresses, is a transfer, or is behind a portal or an allowlist; or the check is of a version that did not count';

const targetColumns: readonly TargetColumn[] = [
  {
    name: 'role',
    part: 'target',
    type: 'string',
    values: roles,
    about: 'What people do with the service by way of this target.',
    empty: noTarget,
    read: (target) => target?.role,
  },
  {
    name: 'target',
    part: 'target',
    type: 'string',
    about: 'Id of what was asked. It stays the same where the address changes.',
    empty: noTarget,
    read: (target) => target?.id,
  },
  {
    name: 'kind',
    part: 'target',
    type: 'string',
    about: 'Kind of the request.',
    empty: noTarget,
    read: (target) => target?.kind,
  },
  {
    name: 'url',
    part: 'asked',
    type: 'string',
    about:
      'Address that was asked. A target may have several, asked in turn; of what was not tried, and in checks of early versions, it is the first.',
    empty: noTarget,
    read: (asked) => asked,
  },
  {
    name: 'target_state',
    part: 'target',
    type: 'string',
    values: serviceStates,
    about: 'What this check says of the target.',
    empty: noTarget,
    read: (target) => target?.state,
  },
  {
    name: 'target_mechanisms',
    part: 'target',
    type: 'list',
    values: mechanisms,
    about: 'How the target fails.',
    empty: 'it does not fail, or how is not known',
    read: (target) => joined(target?.mechanisms),
  },
];

const recentColumns: readonly TargetColumn[] = [
  {
    name: 'recent_tries',
    part: 'target',
    type: 'integer',
    about: 'Latest tries of the target on this network, those of earlier checks included.',
    empty: noTries,
    read: (target) => target?.recent?.tries,
  },
  {
    name: 'recent_failures',
    part: 'target',
    type: 'integer',
    about: 'How many of the latest tries failed.',
    empty: noTries,
    read: (target) => target?.recent?.failures,
  },
];

/** A row an attempt. What has no attempts has one row, with the other cells empty. */
export const attempts: Shape<AttemptRow> = {
  columns: [
    ...firstRoundColumns,
    serviceId,
    ...verdictColumns,
    ...targetColumns,
    ...attemptColumns,
    ...lastRoundColumns,
    ...recentColumns,
    remoteIpKind,
  ],
  ticked: [networkLabel, roundLocalTime, attemptLocalTime],
  createRows: () => rowsOfRound,
};

const noAsked = { target: null, asked: null, attempt: null };

function rowsOfRound(round: Round): AttemptRow[] {
  if (round.services.length === 0) {
    return [{ round, service: null, ...noAsked }];
  }
  return round.services.flatMap((service) => rowsOfService(round, service));
}

function rowsOfService(round: Round, service: ServiceResult): AttemptRow[] {
  if (service.targets.length === 0) return [{ round, service, ...noAsked }];
  return service.targets.flatMap((target): AttemptRow[] =>
    target.attempts.length === 0
      ? [{ round, service, target, asked: target.url, attempt: null }]
      : target.attempts.map((attempt) => ({
          round,
          service,
          target,
          asked: askedUrl(target, attempt),
          attempt,
        })),
  );
}
