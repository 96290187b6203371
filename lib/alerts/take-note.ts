import type { AlertKind, AlertMemory, ConfirmedState } from '../model/alert.ts';
import type { ServiceState } from '../model/state.ts';
import type { AlertSettings } from '../settings/alert-settings.ts';

/** What a round left behind. */
export interface NotedRound {
  /** ISO 8601 UTC. */
  startedAt: string;
  /** Whether the network itself worked. */
  isNormal: boolean;
  states: readonly ConfirmedState[];
  /** Whether any service has a state that is not yet confirmed. */
  isSettling: boolean;
}

const nothing: AlertMemory = { known: {}, news: [], isSettling: false, count: 0, shown: [] };

/**
 * The memory after a round. News is the difference between what the person knows and what is confirmed: what changed
 * and changed back is none. Without a memory, and of a new service, the states become known silently. A round on a
 * network that does not work changes nothing.
 */
export function takeNote(
  before: AlertMemory | null,
  { startedAt, isNormal, states, isSettling }: NotedRound,
  { services }: Pick<AlertSettings, 'services'>,
): AlertMemory {
  const memory = before ?? nothing;
  if (!isNormal) return memory;
  const known = { ...memory.known };
  const news = new Map(memory.news.map((one) => [one.service, one]));
  for (const { service, name, state } of states) {
    const kind = kindOf(state);
    if (kind === null) continue;
    if (services[service] === false) known[service] = kind;
    known[service] ??= kind;
    if (known[service] === kind) news.delete(service);
    else news.set(service, { since: startedAt, ...news.get(service), service, name, kind });
  }
  return { ...memory, known, news: [...news.values()], isSettling };
}

function kindOf(state: ServiceState): AlertKind | null {
  switch (state) {
    case 'blocked':
    case 'likely_blocked':
      return 'closed';
    case 'insufficient':
      return null;
    default:
      return state;
  }
}
