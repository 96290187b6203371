import type { Scope, ServiceState } from '../../model/state.ts';
import type { RoundSummary, ServiceSummary } from './summary.ts';

/** A summary with what follows from those before it; never kept. */
export interface ScopedRound extends RoundSummary {
  services: ScopedService[];
}

export interface ScopedService extends ServiceSummary {
  /** Of the state after hysteresis, while `scope` is what the round itself saw. */
  stateScope: Scope;
}

/** Not by `isBlocked`: the popup would load what it shares with a later script as a second script. */
const blocked: readonly ServiceState[] = ['blocked', 'likely_blocked'];

/**
 * A state that comes of a network that is shut outlasts the first rounds that see the service otherwise: until they
 * confirm another, it is no block of the service itself.
 * @param rounds in the order of recording
 */
export function inheritScopes(rounds: readonly RoundSummary[]): ScopedRound[] {
  const shut = new Set<string>();
  const inherited = (service: ServiceSummary): ScopedService => {
    const { id, state, roundState, scope = 'service' } = service;
    if (state === 'insufficient') return { ...service, stateScope: scope };
    const isOwn = scope === 'service' && blocked.includes(roundState);
    if (state !== 'likely_blocked' || isOwn) shut.delete(id);
    else if (scope === 'network') shut.add(id);
    return { ...service, stateScope: shut.has(id) ? 'network' : scope };
  };
  return rounds.map((round) => ({ ...round, services: round.services.map(inherited) }));
}
