import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { brokenCode } from '../../failure/broken-connection.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import type { Reason } from '../../model/reason.ts';
import {
  count,
  type Evidence,
  evidenceOf,
  isSilentName,
  isUnansweredRequest,
  mechanismOf,
  outlastsHandshake,
} from '../../observe/evidence.ts';
import { dnsMechanism } from '../../observe/names.ts';
import { gatePassedBetween } from '../evidence/gates.ts';
import { evidencesOf } from '../evidence/residual.ts';
import type { Verdict } from '../verdict.ts';
import { answeredKinds, outcomeOfAddress } from './pairs.ts';
import { isBeyondLine, isUnknownEverywhere, type TargetContext } from './target-context.ts';

/** Failed attempts that make `likely_blocked` without proof: a probe and two rechecks. */
export const attemptsForLikely = 3;

const serverSide: Evidence[] = [
  'server-error',
  'hang-up',
  'expired-certificate',
  'revoked-certificate',
];

/** `likely_blocked` by repeated failures with a passed gate between them, or null. */
export function verdictByRepetition(
  target: Target,
  attempts: readonly Attempt[],
  context: TargetContext,
): Verdict | null {
  const nameUnknown = isUnknownEverywhere(target, context) || isBeyondLine(target, context);
  const relevant = attempts.filter((attempt) => {
    const evidence = evidenceOf(attempt);
    if (evidence === 'name-fails') return !nameUnknown;
    if (evidence === 'foreign-certificate') return context.certificatesGood;
    return evidence !== 'invalid' && !serverSide.includes(evidence);
  });
  if (relevant.length < attemptsForLikely) return null;
  if (!gatePassedBetween(relevant, context.gates)) return null;
  const kinds = [...new Set(evidencesOf(relevant, context.sameHost))];
  const reasons = [...new Set(kinds.map(reasonOf))];
  const [only] = reasons;
  return {
    state: 'likely_blocked',
    confidence: reasons.length === 1 ? 'medium' : 'low',
    locus: 'unknown',
    mechanisms: mechanismsOfFailures(target, withoutBrokenBesideSilence(relevant), context),
    reason: reasons.length === 1 && only !== undefined ? only : 'unclear-failure',
    artefact: false,
  };
}

/** Where packets are lost, Firefox's requests end with that code, too. So beside silence it is no sign of a cut. */
function withoutBrokenBesideSilence(attempts: readonly Attempt[]): readonly Attempt[] {
  const isSilent = attempts.some((one) => evidenceOf(one).endsWith('timeout'));
  return isSilent ? attempts.filter(({ browserError }) => browserError !== brokenCode) : attempts;
}

/** The labels of the failures, refined by what the address alone showed. */
function mechanismsOfFailures(
  target: Target,
  attempts: readonly Attempt[],
  context: TargetContext,
): Mechanism[] {
  const kinds = new Set(evidencesOf(attempts, context.sameHost));
  const address = outcomeOfAddress(hostOf(target), context.addressProbes);
  const labels = new Set([...kinds].flatMap((kind) => mechanismOf(kind) ?? []));
  if (kinds.has('name-fails')) {
    labels.delete('dns.error');
    const label = labelOfName(target, attempts, context);
    const isSaid = label !== 'dns.error' && label !== 'dns.timeout';
    if (isSaid || !isLoneNameFailure(attempts)) labels.add(label);
    // Our own limit may have ended the same silence sooner.
    if (labels.has('dns.timeout')) labels.delete('timeout');
  }
  if (kinds.has('cut-off') && (address === 'answers' || address === 'may-complete')) {
    labels.delete('reset');
    labels.add('tls.reset');
  }
  const outlasts = context.limitsHandshakes && attempts.some(outlastsHandshake);
  if (kinds.has('timeout')) {
    if (address === 'silent' && outlasts) labels.add('tcp.timeout');
    if (attempts.some(isUnansweredRequest)) labels.add('http.timeout');
  }
  if (layersOfSilence.some((one) => labels.has(one))) labels.delete('timeout');
  return [...labels].toSorted();
}

const layersOfSilence: Mechanism[] = ['tcp.timeout', 'tls.timeout', 'http.timeout'];

/**
 * Whether the name failed once, and was found otherwise, as its servers answered, or were silent for longer than the
 * resolver: one observation, which proves nothing.
 */
function isLoneNameFailure(attempts: readonly Attempt[]): boolean {
  const kinds = evidencesOf(attempts);
  const silentMs = attempts.find(isSilentName)?.totalMs ?? Number.POSITIVE_INFINITY;
  const isFound =
    kinds.some((kind) => answeredKinds.includes(kind)) ||
    attempts.some(
      (one) =>
        isRefusedSomehow(one) || (evidenceOf(one) === 'timeout' && (one.totalMs ?? 0) > silentMs),
    );
  return count(kinds, 'name-fails') === 1 && isFound;
}

/** Firefox has one code for a refusal and for what is unreachable: either way the name was found. */
function isRefusedSomehow(attempt: Attempt): boolean {
  return attempt.failedOperation === 'connect' && evidenceOf(attempt) === 'unclear';
}

function labelOfName(
  target: Target,
  attempts: readonly Attempt[],
  { resolutions }: TargetContext,
): Mechanism {
  if (attempts.some(isSilentName)) return 'dns.timeout';
  return dnsMechanism(resolutions.filter((one) => one.name === hostOf(target)));
}

function reasonOf(evidence: Evidence): Reason {
  switch (evidence) {
    case 'name-fails':
      return 'dns-fails';
    case 'connect-timeout':
    case 'handshake-timeout':
    case 'timeout':
      return 'no-answer';
    case 'cut-off':
    case 'broken-off':
      return 'cut-off';
    case 'refused':
      return 'refused';
    case 'unreachable':
      return 'unreachable';
    case 'handshake-fails':
      return 'handshake-fails';
    case 'foreign-certificate':
      return 'foreign-certificate';
    case 'foreign-answer':
      return 'foreign-answer';
    case 'reached':
    case 'invalid':
    case 'legal-refusal':
    case 'block-page':
    case 'block-redirect':
    case 'filter-page':
    case 'filter-redirect':
    case 'server-error':
    case 'hang-up':
    case 'expired-certificate':
    case 'revoked-certificate':
    case 'bad-certificate':
    case 'unclear':
      return 'unclear-failure';
    default:
      return evidence satisfies never;
  }
}
