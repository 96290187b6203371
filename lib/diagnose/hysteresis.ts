import type { Mechanism } from '../model/mechanism.ts';
import type { Standing } from '../model/standing.ts';
import type { ServiceState } from '../model/state.ts';

/** One round's verdict on a service, as far as it matters here. */
export interface RoundVerdict {
  service: string;
  roundId: string;
  /** ISO 8601 UTC. */
  at: string;
  state: ServiceState;
  mechanisms: Mechanism[];
  artefact: boolean;
}

/** The first round sets the state silently; later ones change it only when they repeat. */
export function nextStanding(previous: Standing | undefined, seen: RoundVerdict): Standing {
  if (previous === undefined || previous.state === 'insufficient') return settle(seen, []);
  if (seen.state === 'insufficient') return previous;
  if (seen.state === previous.state) {
    return { ...previous, candidate: null, candidateRounds: [], mechanisms: seen.mechanisms };
  }
  const repeats = continues(previous, seen.state);
  const earlier = repeats ? previous.candidateRounds : [];
  if (earlier.length + 1 >= roundsNeeded(previous, seen)) return settle(seen, earlier);
  return { ...previous, candidate: seen.state, candidateRounds: [...earlier, seen.roundId] };
}

function settle(seen: RoundVerdict, earlier: string[]): Standing {
  return {
    service: seen.service,
    state: seen.state,
    since: seen.at,
    mechanisms: seen.mechanisms,
    candidate: null,
    candidateRounds: [],
    rounds: [...earlier, seen.roundId],
  };
}

/**
 * Blocked and likely blocked confirm each other. On the way out of them all other states do: a
 * service that now works, now works in part, is no longer blocked.
 */
function continues({ state: from, candidate }: Standing, state: ServiceState): boolean {
  if (candidate === null) return false;
  if (candidate === state) return true;
  if (isBlocked(candidate) !== isBlocked(state)) return false;
  return isBlocked(state) || isBlocked(from);
}

function roundsNeeded(previous: Standing, seen: RoundVerdict): number {
  if (isBlocked(seen.state)) return seen.artefact ? 1 : 2;
  if (isBlocked(previous.state) || isThrottled(previous)) {
    return roundsToLeave(previous.mechanisms);
  }
  return 2;
}

function roundsToLeave(mechanisms: readonly Mechanism[]): number {
  if (isThrottled({ mechanisms })) return 4;
  if (mechanisms.some((one) => one.includes('timeout') && !one.startsWith('dns.'))) return 3;
  return 2;
}

function isThrottled({ mechanisms }: { mechanisms: readonly Mechanism[] }): boolean {
  return mechanisms.some((one) => one.includes('throttle'));
}

function isBlocked(state: ServiceState): boolean {
  return state === 'blocked' || state === 'likely_blocked';
}
