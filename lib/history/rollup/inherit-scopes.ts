import type { ServiceState } from '../../model/state.ts';
import type { RoundSummary, ServiceSummary } from './summary.ts';

/** Not by `isBlocked`: the popup would load what it shares with a later script as a second script. */
const blocked: readonly ServiceState[] = ['blocked', 'likely_blocked'];

/**
 * A state that comes of a network that is shut outlasts the first rounds that see the service otherwise: until they
 * confirm another, it is no block of the service itself.
 * @param rounds in the order of recording
 */
export function inheritScopes(rounds: readonly RoundSummary[]): RoundSummary[] {
  const shut = new Set<string>();
  const inherited = (service: ServiceSummary): ServiceSummary => {
    const { id, state, roundState, scope } = service;
    if (state === 'insufficient') return service;
    const isOwn = scope === undefined && blocked.includes(roundState);
    if (state !== 'likely_blocked' || isOwn) shut.delete(id);
    else if (scope === 'network') shut.add(id);
    return shut.has(id) && scope === undefined ? { ...service, scope: 'network-before' } : service;
  };
  return rounds.map((round) => ({ ...round, services: round.services.map(inherited) }));
}
