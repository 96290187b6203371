import { reasons } from '../../model/reason.ts';
import type { Round } from '../../model/round.ts';
import type { ServiceResult } from '../../model/service.ts';
import { confidences, roles } from '../../model/words.ts';
import { type Column, joined, type Shape } from './column.ts';
import {
  firstRoundColumns,
  lastRoundColumns,
  networkLabel,
  roundLocalTime,
} from './round-columns.ts';
import { serviceId, verdictColumns } from './service-columns.ts';

export interface VerdictRow {
  round: Round;
  /** Null for a round that was over before any service was asked. */
  service: ServiceResult | null;
}

type VerdictColumn = Column<VerdictRow>;

const noService = 'the check was over before any service was asked';

const finishedAt: VerdictColumn = {
  name: 'round_finished_at',
  part: 'round',
  type: 'datetime',
  about: 'When the check was over, UTC, by the clock of the computer.',
  empty: null,
  read: (round) => round.finishedAt,
};

const networkConfidence: VerdictColumn = {
  name: 'network_confidence',
  part: 'round',
  type: 'string',
  values: confidences,
  about: 'How sure the state of the network is.',
  empty: null,
  read: ({ network }) => network.confidence,
};

const explainingColumns: readonly VerdictColumn[] = [
  {
    name: 'service_name',
    part: 'service',
    type: 'string',
    about: 'Name of the service as people know it.',
    empty: noService,
    read: (service) => service?.name,
  },
  {
    name: 'reason',
    part: 'service',
    type: 'string',
    values: reasons,
    about: 'Why the service has its state.',
    empty: noService,
    read: (service) => service?.reason,
  },
  {
    name: 'failing_roles',
    part: 'service',
    type: 'list',
    values: roles,
    about: 'Roles that people need and that did not get through.',
    empty: 'all that people need got through, or no service was asked',
    read: (service) => service && failingRoles(service),
  },
  {
    name: 'attempts',
    part: 'service',
    type: 'integer',
    about: 'Attempts that count as evidence.',
    empty: noService,
    read: (service) => service && validAttempts(service).length,
  },
  {
    name: 'failed_attempts',
    part: 'service',
    type: 'integer',
    about: 'How many of these failed.',
    empty: noService,
    read: (service) => service && validAttempts(service).filter(({ ok }) => !ok).length,
  },
];

/** A row a check and service. A check without services has one row, with the other cells empty. */
export const verdicts: Shape<VerdictRow> = {
  columns: [
    ...firstRoundColumns,
    finishedAt,
    networkConfidence,
    serviceId,
    ...verdictColumns,
    ...explainingColumns,
    ...lastRoundColumns,
  ],
  ticked: [networkLabel, roundLocalTime],
  createRows: () => (round) =>
    round.services.length === 0
      ? [{ round, service: null }]
      : round.services.map((service) => ({ round, service })),
};

function failingRoles({ roles: all }: ServiceResult): string | null {
  const failing = all.filter(({ required, state }) => required && state !== 'ok');
  return joined(failing.map(({ role }) => role));
}

function validAttempts({ targets }: ServiceResult) {
  return targets.flatMap(({ attempts }) => attempts).filter(({ valid }) => valid);
}
