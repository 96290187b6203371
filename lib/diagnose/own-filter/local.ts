import { type LocalRefusal, localRefusalOf } from '../../failure/local-refusal.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import type { Reason } from '../../model/reason.ts';
import { type Evidence, mechanismOf } from '../../observe/evidence.ts';
import { isBetweenPassedGates } from '../evidence/gates.ts';
import { attemptsForLikely } from '../target/repetition.ts';
import type { TargetContext } from '../target/target-context.ts';
import type { Verdict } from '../verdict.ts';

/** Answers that a filter of one's own gave in a service's place. */
export const filterAnswers: readonly Evidence[] = ['filter-page', 'filter-redirect'];

/** A filter of this computer, household or organisation is never called a block: those who set it up chose it. */
export function local(reason: Reason, mechanisms: Mechanism[], artefact: boolean): Verdict {
  return {
    state: 'likely_blocked',
    confidence: 'medium',
    locus: 'local',
    mechanisms,
    reason,
    artefact,
  };
}

/** The certificate of a filter's own server, to which it leads the names that it withholds. */
export const byOwnServer: Verdict = local('filter-answers', ['tls.mitm'], true);

/** A filter answers in the service's place. */
export function verdictByFilter(failures: readonly Evidence[]): Verdict | null {
  const seen = failures.filter((one) => filterAnswers.includes(one));
  if (seen.length === 0) return null;
  const mechanisms = new Set(seen.flatMap((one) => mechanismOf(one) ?? []));
  return local('filter-answers', [...mechanisms].toSorted(), true);
}

/**
 * The verdict on a target of a service in whose place a filter answers without TLS. What a server has answered itself is its
 * own.
 */
export function besideFilter(verdict: Verdict): Verdict {
  const { state, locus, mechanisms, artefact } = verdict;
  const fails = state === 'blocked' || state === 'likely_blocked';
  const isOnTheWay = locus === 'network' || locus === 'unknown';
  return fails && isOnTheWay ? local('filter-answers', mechanisms, artefact) : verdict;
}

/**
 * An administrator's rule, or a proxy, refuses every attempt. Single ones may be an accident, and are no evidence
 * of the network. A proxy that connects to nothing for some minutes refuses as one that forbids, so neutral sites have to open.
 */
export function verdictByRefusal(
  attempts: readonly Attempt[],
  { refusedAlike, gates }: Pick<TargetContext, 'refusedAlike' | 'gates'>,
): Verdict | null {
  const refusal = steadyRefusalOf(attempts);
  if (refusal === null) return null;
  const connects = !refusedAlike && attempts.every((one) => isBetweenPassedGates(one, gates));
  if (refusal === 'proxy' && !connects) return null;
  return local(refusal === 'policy' ? 'policy-forbids' : 'proxy-refuses', [], false);
}

/** Whether further attempts would show no more: this side refuses each. */
export function isRefusedSteadily(attempts: readonly Attempt[]): boolean {
  return steadyRefusalOf(attempts) !== null;
}

function steadyRefusalOf(attempts: readonly Attempt[]): LocalRefusal | null {
  const refusals = attempts.map(({ browserError, totalMs }) =>
    localRefusalOf(browserError, totalMs),
  );
  const [first = null] = refusals;
  const isSteady = refusals.length >= attemptsForLikely && refusals.every((one) => one === first);
  return isSteady ? first : null;
}
