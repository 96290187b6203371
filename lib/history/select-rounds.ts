import type { Mechanism } from '../model/mechanism.ts';
import type { Round } from '../model/round.ts';
import type { RoutingVerdict } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import type { ServiceState } from '../model/state.ts';
import type { History } from './open.ts';
import { walkRounds } from './walk.ts';

/** What a round must have to be selected; what is left out selects all. */
export interface RoundSelection {
  /** ISO 8601 UTC of the earliest start. */
  from?: string;
  /** ISO 8601 UTC; a round that starts then is left out. */
  to?: string;
  /** Ids. A selected round has these services alone. */
  services?: readonly string[];
  /** One of the services has one of these states, after hysteresis. */
  states?: readonly ServiceState[];
  /** One of the services, with such a state where states are given, has one of these. */
  mechanisms?: readonly Mechanism[];
  routes?: readonly RoutingVerdict[];
}

const atOnce = 64;

/** The selected rounds one after the other, in the order of recording; never more than 64 in memory. */
export async function* selectRounds(
  history: History,
  selection: RoundSelection = {},
): AsyncGenerator<Round> {
  for await (const { round } of walkRounds(history, { from: 'oldest', atOnce })) {
    const selected = selectFrom(round, selection);
    if (selected !== null) yield selected;
  }
}

/** The round with its selected services; null where it is not selected. */
export function selectFrom(round: Round, selection: RoundSelection): Round | null {
  const { from, to, routes, services: ids } = selection;
  if (from !== undefined && Date.parse(round.startedAt) < Date.parse(from)) return null;
  if (to !== undefined && Date.parse(round.startedAt) >= Date.parse(to)) return null;
  if (routes !== undefined && !routes.includes(round.routing.verdict)) return null;
  const services = round.services.filter(({ id }) => ids === undefined || ids.includes(id));
  if (ids !== undefined && services.length === 0) return null;
  if (!isAmong(services, selection)) return null;
  return ids === undefined ? round : { ...round, services };
}

function isAmong(
  services: readonly ServiceResult[],
  { states, mechanisms }: Pick<RoundSelection, 'states' | 'mechanisms'>,
): boolean {
  if (states === undefined && mechanisms === undefined) return true;
  return services.some(
    (service) =>
      (states === undefined || states.includes(service.state)) &&
      (mechanisms === undefined || service.mechanisms.some((one) => mechanisms.includes(one))),
  );
}
