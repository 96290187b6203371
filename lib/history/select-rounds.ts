import type { Mechanism } from '../model/mechanism.ts';
import type { Round } from '../model/round.ts';
import type { RoutingVerdict } from '../model/route.ts';
import type { ServiceResult } from '../model/service.ts';
import type { ServiceState } from '../model/state.ts';
import { readIndex } from './index/store.ts';
import { createRoundReader } from './kept/read-rounds.ts';
import { walkRounds } from './kept/walk.ts';
import type { History } from './open.ts';
import { matchingNumbers } from './queries/matching-numbers.ts';
import { withServices } from './with-services.ts';

/** What a round must have to be selected; what is left out selects all. */
export interface RoundSelection {
  /** ISO 8601 UTC of the earliest start. */
  from?: string;
  /** ISO 8601 UTC; a round that starts then is left out. */
  to?: string;
  /** Ids. A selected round has these services alone, and no evidence that names others. */
  services?: readonly string[];
  /** One of the services has one of these states, after hysteresis. */
  states?: readonly ServiceState[];
  /** One of the services, with such a state where states are given, has one of these. */
  mechanisms?: readonly Mechanism[];
  routes?: readonly RoutingVerdict[];
}

const atOnce = 64;

/**
 * The selected rounds one after the other, in the order of recording; never more than some 64 in memory. Rounds
 * that are in the index are opened only where they may be selected.
 */
export async function* selectRounds(
  history: History,
  selection: RoundSelection = {},
): AsyncGenerator<Round> {
  const isAll = Object.values(selection).every((part) => part === undefined);
  const { through } = isAll ? { through: 0 } : await readIndex(history);
  if (through > 0) {
    for await (const round of indexedRounds(history, selection)) {
      const selected = selectFrom(round, selection);
      if (selected !== null) yield selected;
    }
  }
  const beyond = through === 0 ? null : through;
  for await (const { round } of walkRounds(history, { from: 'oldest', atOnce, beyond })) {
    const selected = selectFrom(round, selection);
    if (selected !== null) yield selected;
  }
}

async function* indexedRounds(history: History, selection: RoundSelection): AsyncGenerator<Round> {
  const readRounds = createRoundReader(history);
  for await (const numbers of matchingNumbers(history, selection)) {
    for await (const { round } of readRounds(numbers)) yield round;
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
  return withServices(round, services);
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
