import type { Round } from '../../model/round.ts';
import { networkStates, resolverPaths, routes, triggers } from '../../model/words.ts';
import type { Column } from './column.ts';
import { localTime } from './local-time.ts';

type RoundColumn = Column<{ round: Round }>;
type TickedColumn = RoundColumn & { tick: 'label' | 'timeZone' };

/** Raised where columns are added or mean something else. */
const schemaVersion = '2';

const version: RoundColumn = {
  name: 'schema_version',
  part: 'round',
  type: 'string',
  about: 'Version of the columns. It is raised where columns are added or mean something else.',
  empty: null,
  read: () => schemaVersion,
};

const id: RoundColumn = {
  name: 'round_id',
  part: 'round',
  type: 'string',
  about: 'The check that the row belongs to.',
  empty: null,
  read: (round) => round.id,
};

const startedAt: RoundColumn = {
  name: 'round_started_at',
  part: 'round',
  type: 'datetime',
  about: 'When the check started, UTC, by the clock of the computer.',
  empty: null,
  read: (round) => round.startedAt,
};

const trigger: RoundColumn = {
  name: 'trigger',
  part: 'round',
  type: 'string',
  values: triggers,
  about:
    'Why the check ran: its time had come, a person asked, the network changed, the browser started, or what was seen was to be confirmed.',
  empty: null,
  read: (round) => round.trigger,
};

const networkState: RoundColumn = {
  name: 'network_state',
  part: 'round',
  type: 'string',
  values: networkStates,
  about: 'What the control sites say of the network itself. It is decided before any service.',
  empty: null,
  read: ({ network }) => network.state,
};

const controlOk: RoundColumn = {
  name: 'control_ok',
  part: 'round',
  type: 'boolean',
  about: 'Whether every neutral foreign control site answered in the check.',
  empty: 'no such site was asked',
  read({ network }) {
    const foreign = network.controls.filter(({ group }) => group === 'foreign');
    return foreign.length === 0 ? null : foreign.every(({ ok }) => ok);
  },
};

/** What every table begins with. */
export const firstRoundColumns = [version, id, startedAt, trigger, networkState, controlOk];

/** What tells one check's circumstances from another's. */
export const lastRoundColumns: readonly RoundColumn[] = [
  {
    name: 'resolver_path',
    part: 'round',
    type: 'string',
    values: resolverPaths,
    about:
      'Whose names the browser used. `secure_dns` hides blocking by DNS from the person and from the check.',
    empty: null,
    read: ({ network }) => network.resolverPath,
  },
  {
    name: 'app_version',
    part: 'round',
    type: 'string',
    about: 'Version of Dozvon.',
    empty: null,
    read: ({ software }) => software.version,
  },
  {
    name: 'logic_version',
    part: 'round',
    type: 'string',
    about:
      'Version of the rules that drew the verdicts. Compare verdicts of different versions with care.',
    empty: null,
    read: ({ software }) => software.logic,
  },
  {
    name: 'catalog_version',
    part: 'round',
    type: 'string',
    about: 'Version of the list of services and addresses that were asked.',
    empty: null,
    read: ({ software }) => software.catalog,
  },
  {
    name: 'browser',
    part: 'round',
    type: 'string',
    about: 'Name and version of the browser. Browsers tell different amounts about a failure.',
    empty: null,
    read: ({ software }) => software.browser,
  },
  {
    name: 'routing',
    part: 'round',
    type: 'string',
    values: routes,
    needs: 'routing',
    about: 'Which way traffic seemed to take: a suggestion.',
    empty: 'not ticked for this file',
    read: ({ routing }) => routing.verdict,
  },
  {
    name: 'exit_country',
    part: 'round',
    type: 'string',
    needs: 'routing',
    about: 'Country that traffic left from, ISO 3166-1 alpha-2.',
    empty: 'not ticked for this file, not kept, or not known',
    read: ({ routing }) => routing.exitCountry,
  },
  {
    name: 'exit_asn',
    part: 'round',
    type: 'integer',
    needs: 'routing',
    about: 'Number of the network (AS) that traffic left from.',
    empty: 'not ticked for this file, not kept, or not known',
    read: ({ routing }) => routing.exitAsn,
  },
];

export const networkLabel: TickedColumn = {
  name: 'network_label',
  part: 'round',
  tick: 'label',
  type: 'string',
  about:
    'The name that the person gave to the network for this file, or their organisation for every file. Only in files for which there is one.',
  empty: null,
  read: (_round, { label }) => label,
};

export const roundLocalTime: TickedColumn = {
  name: 'round_started_local',
  part: 'round',
  tick: 'timeZone',
  type: 'string',
  about:
    "`round_started_at` by the clocks of the computer's time zone, with its offset. Only in files for which it was ticked.",
  empty: null,
  read: ({ startedAt: at }, { timeZone }) => timeZone && localTime(at, timeZone),
};
