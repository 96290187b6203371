import type { Round } from '../../model/round.ts';
import type { ServiceResult } from '../../model/service.ts';
import type { ServiceState } from '../../model/state.ts';
import { serviceStates } from '../../model/words.ts';
import type { Column, Shape } from './column.ts';
import {
  firstRoundColumns,
  lastRoundColumns,
  networkLabel,
  roundLocalTime,
} from './round-columns.ts';
import { serviceId, verdictColumns } from './service-columns.ts';

export interface ChangeRow {
  /** The round that shows the new state. */
  round: Round;
  service: ServiceResult;
  former: FormerState;
}

/** A state that a service had, as far as the file reaches back. */
interface FormerState {
  state: ServiceState;
  /** ISO 8601 UTC: start of the first round that showed it. */
  since: string;
  /** ISO 8601 UTC: start of the last round that showed it. */
  until: string;
}

type ChangeColumn = Column<ChangeRow>;

const formerColumns: readonly ChangeColumn[] = [
  {
    name: 'former_state',
    part: 'former',
    type: 'string',
    values: serviceStates,
    about: 'The state that the person was shown before.',
    empty: null,
    read: ({ state }) => state,
  },
  {
    name: 'former_since',
    part: 'former',
    type: 'datetime',
    about: 'Start of the first check in this file that showed the former state, UTC.',
    empty: null,
    read: ({ since }) => since,
  },
  {
    name: 'former_until',
    part: 'former',
    type: 'datetime',
    about:
      'Start of the last check that showed the former state, UTC. The change lies between it and `round_started_at`.',
    empty: null,
    read: ({ until }) => until,
  },
];

/** A row a change of a service's state. The first state of a service is no change. */
export const changes: Shape<ChangeRow> = {
  columns: [
    ...firstRoundColumns,
    serviceId,
    ...formerColumns,
    ...verdictColumns,
    ...lastRoundColumns,
  ],
  ticked: [networkLabel, roundLocalTime],
  createRows() {
    const known = new Map<string, FormerState>();
    return (round) => round.services.flatMap((service) => changeOf(known, round, service));
  },
};

function changeOf(
  known: Map<string, FormerState>,
  round: Round,
  service: ServiceResult,
): ChangeRow[] {
  const former = known.get(service.id);
  const { startedAt } = round;
  if (former?.state === service.state) {
    former.until = startedAt;
    return [];
  }
  known.set(service.id, { state: service.state, since: startedAt, until: startedAt });
  return former === undefined ? [] : [{ round, service, former }];
}
