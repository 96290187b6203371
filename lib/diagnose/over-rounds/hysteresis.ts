import type { Mechanism } from '../../model/mechanism.ts';
import type { Standing } from '../../model/standing.ts';
import { confirms, isBlocked, type ServiceState } from '../../model/state.ts';
import type { Doubt } from './doubt.ts';

/** The part of a round's verdict on a service that its standing depends on. */
export interface RoundVerdict {
  service: string;
  roundId: string;
  /** ISO 8601 UTC. */
  at: string;
  state: ServiceState;
  mechanisms: Mechanism[];
  artefact: boolean;
  /** A round that got through may be shown before it is confirmed. */
  opensAtOnce?: boolean;
  /** Some connections got through and some failed, in this round as in those before. */
  addsUp?: boolean;
  /** All failed in this round: that most connections fail is known from those before. */
  nothingOpens?: boolean;
  /** What passes within minutes explains it as well. */
  doubt?: Doubt | null;
}

/**
 * The standing after a round. The first round sets the state, unless it leaves a doubt; later ones change it only by
 * repetition.
 */
export function nextStanding(before: Standing | undefined, seen: RoundVerdict): Standing {
  const previous = before ?? settle({ ...seen, state: 'insufficient', mechanisms: [] }, []);
  if (previous.state === 'insufficient' && !seen.doubt) return settle(seen, []);
  if (seen.state === 'insufficient') return previous;
  if (seen.state === previous.state) {
    const confirmed = { candidate: null, candidateRounds: [], mechanisms: seen.mechanisms };
    return { ...withoutCandidate(previous), ...confirmed };
  }
  const staysShut = isBlocked(previous.state) && seen.nothingOpens === true;
  if (staysShut || isSameBlockWithoutProof(previous, seen)) {
    return { ...withoutCandidate(previous), candidate: null, candidateRounds: [] };
  }
  const repeats = confirmsCandidate(previous, seen.state);
  const earlier = repeats ? previous.candidateRounds : [];
  // What a resolver keeps is seen once, however often it is asked.
  if (seen.doubt === 'kept-answer' && earlier.length > 0) return previous;
  if (earlier.length + 1 >= roundsNeeded(previous, seen)) return settle(seen, earlier);
  const isShown = (repeats && previous.opensAtOnce === true) || seen.opensAtOnce === true;
  return {
    ...withoutCandidate(previous),
    candidate: seen.state,
    candidateRounds: [...earlier, seen.roundId],
    ...(isShown && seen.state === 'ok' && { opensAtOnce: true }),
    ...(seen.artefact && !isBlocked(seen.state) && { candidateHasArtefact: true }),
  };
}

/** A proven block of which a round saw the failures alone, as where there was no room for a pair. */
function isSameBlockWithoutProof(previous: Standing, seen: RoundVerdict): boolean {
  if (previous.state !== 'blocked' || seen.state !== 'likely_blocked') return false;
  const proven = previous.mechanisms.flatMap((one) =>
    // Our own limit may end the silence of a resolver sooner than the browser tells of it.
    one === 'dns.timeout' ? ['dns', 'timeout'] : [effectOf(one)],
  );
  return (
    seen.mechanisms.length > 0 && seen.mechanisms.every((one) => proven.includes(effectOf(one)))
  );
}

/** What a connection suffers, whatever the layer. */
function effectOf(mechanism: Mechanism): string {
  if (mechanism.startsWith('dns.')) return 'dns';
  return ['timeout', 'reset'].find((one) => mechanism.includes(one)) ?? mechanism;
}

/** Without what was noted of the candidate. */
function withoutCandidate(previous: Standing): Standing {
  const { opensAtOnce: _opens, candidateHasArtefact: _artefact, ...standing } = previous;
  return standing;
}

function settle(seen: RoundVerdict, earlierRounds: string[]): Standing {
  return {
    service: seen.service,
    state: seen.state,
    since: seen.at,
    mechanisms: seen.mechanisms,
    candidate: null,
    candidateRounds: [],
    rounds: [...earlierRounds, seen.roundId],
  };
}

/** A round that saw an artefact beside an answer is confirmed by its like alone. */
function confirmsCandidate(previous: Standing, state: ServiceState): boolean {
  const { state: shown, candidate } = previous;
  if (candidate === null || candidate === state) return candidate !== null;
  return confirms(state, candidate, shown) && previous.candidateHasArtefact !== true;
}

function roundsNeeded(previous: Standing, seen: RoundVerdict): number {
  if (isBlocked(seen.state)) return seen.artefact ? 1 : seen.doubt ? 3 : 2;
  if (isBlocked(previous.state) || isThrottled(previous)) {
    return roundsToLeave(previous.mechanisms);
  }
  if (seen.addsUp === true) return 1;
  return wasSilentAtTimes(previous) ? 4 : 2;
}

/** Of what fails by chance, some rounds get through by chance: failures came, went, and came again. */
function wasSilentAtTimes({ state, answered = [] }: Standing): boolean {
  const begun = answered.filter((one, index) => !one && answered[index - 1] !== false);
  return state === 'impaired' && begun.length > 1;
}

function roundsToLeave(mechanisms: readonly Mechanism[]): number {
  if (isThrottled({ mechanisms })) return 4;
  if (mechanisms.some((one) => one.includes('timeout') && !one.startsWith('dns.'))) return 3;
  return 2;
}

/** Whether transfers stop or crawl while small requests get through. */
export function isThrottled({ mechanisms }: { mechanisms: readonly Mechanism[] }): boolean {
  return mechanisms.some((one) => one.includes('throttle'));
}
