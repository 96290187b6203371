import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isPlain, isTransfer, privateAuthorityOf } from '../../catalog/target-kinds.ts';
import { isFilterAnswer } from '../../failure/filter-answer.ts';
import { foreignAnswerFailure, proxyAnswerFailure } from '../../failure/foreign-answer.ts';
import { localRefusalOf } from '../../failure/local-refusal.ts';
import { upgradeFailure } from '../../failure/upgrade.ts';
import { type Attempt, isByPrivateAuthority } from '../../model/attempt.ts';
import type { Reason } from '../../model/reason.ts';
import type { Locus } from '../../model/state.ts';
import {
  count,
  type Evidence,
  evidenceOf,
  failuresOf,
  isOfAnotherName,
  mechanismOf,
} from '../../observe/evidence.ts';
import { isOnlyOverOld } from '../evidence/old-connections.ts';
import { isLeftToProxy } from '../evidence/own-proxy.ts';
import {
  byOwnServer,
  filterAnswers,
  local,
  verdictByFilter,
  verdictByRefusal,
} from '../own-filter/local.ts';
import {
  insufficient,
  reached,
  reachedByNational,
  reachedOverOld,
  type Verdict,
} from '../verdict.ts';
import { verdictOnLate } from './late.ts';
import { verdictByProof } from './proof.ts';
import { verdictByRepetition } from './repetition.ts';
import { isBeyondLine, isUnknownEverywhere, type TargetContext } from './target-context.ts';
import { diagnoseTransfer } from './transfer.ts';

const attemptsForServerSide = 2;
/** Foreign certificates of siblings that prove interception. */
const forgeriesNeeded = 2;

/** Draws a target's verdict from its attempts, without regard to the network's state (`temper`). */
export function diagnoseTarget(
  target: Target,
  attempts: readonly Attempt[],
  context: TargetContext,
): Verdict {
  if (isTransfer(target)) return diagnoseTransfer(target, attempts, context.transferRates);
  const failures = failuresOf(attempts);
  if (attempts.some((attempt) => evidenceOf(attempt) === 'reached')) {
    if (!mayBeIntercepted(target, attempts, context)) {
      return (
        besideArtefact(target, attempts, context) ??
        verdictOnLate(attempts) ??
        plainlyReached(target, attempts, context)
      );
    }
    if (context.siblingsFiltered) return byOwnServer;
    return context.siblingForgeries >= forgeriesNeeded && context.certificatesGood
      ? interceptedAsSiblings
      : insufficient('foreign-certificate');
  }
  if (failures.length === 0) {
    return verdictByRefusal(attempts, context) ?? insufficient(whyInvalid(attempts));
  }
  if (context.onlyHttps && isPlain(target) && attempts.every(isNotItsAnswer)) {
    return insufficient('only-https-passes');
  }
  if (isBeyondLine(target, context) && failures.every((one) => failsByAddress(one, context))) {
    return insufficient('too-few-attempts');
  }
  return (
    verdictByFilter(failures) ??
    verdictByOwnServer(target, failures, context) ??
    verdictByProof(target, attempts, context) ??
    withFilteredName(target, verdictByRepetition(target, attempts, context), context) ??
    verdictByServer(target, failures, context) ??
    insufficient('too-few-attempts')
  );
}

/** Silence, or an answer of somebody else, as of who answers all that is asked without TLS. */
function isNotItsAnswer(attempt: Attempt): boolean {
  const { httpStatus, failure } = attempt;
  return httpStatus === null || failure === foreignAnswerFailure || isFilterAnswer(attempt);
}

/**
 * Whether servers by address fail so as well, or the name alone fails. A router says only now and then that an address is
 * unreachable (RFC 1812, section 4.3.2.8), and is silent otherwise.
 */
function failsByAddress(failure: Evidence, { failuresByAddress }: TargetContext): boolean {
  const isSilence = (one: Evidence) => one.endsWith('timeout');
  return (
    failure === 'name-fails' ||
    failuresByAddress.has(failure) ||
    (isSilence(failure) &&
      [...failuresByAddress].some((one) => isSilence(one) || one === 'unreachable'))
  );
}

function plainlyReached(
  target: Target,
  attempts: readonly Attempt[],
  context: TargetContext,
): Verdict {
  if (isOnlyOverOld(target, attempts, context)) return reachedOverOld;
  const answers = attempts.filter((attempt) => evidenceOf(attempt) === 'reached');
  const isNational = privateAuthorityOf(target) === 'national_ca';
  if (isNational && answers.every(isByPrivateAuthority)) return reachedByNational;
  return reached(failuresOf(attempts).length === 0 ? 'high' : 'medium');
}

function verdictByOwnServer(
  target: Target,
  failures: readonly Evidence[],
  { filteredNames }: TargetContext,
): Verdict | null {
  const isFiltered = filteredNames?.has(hostOf(target)) === true;
  const isServed = isFiltered && failures.every((one) => one === 'foreign-certificate');
  return isServed && failures.length >= forgeriesNeeded ? byOwnServer : null;
}

/** Whoever withholds the name, its labels are what was seen. */
function withFilteredName(
  target: Target,
  verdict: Verdict | null,
  { filteredNames }: TargetContext,
): Verdict | null {
  if (verdict === null || filteredNames?.has(hostOf(target)) !== true) return verdict;
  return local('filter-withholds-name', verdict.mechanisms, false);
}

/**
 * Whether an interceptor may have answered. Behind an authority that browsers do not know it looks like the
 * service, so siblings under a public one and neutral sites decide.
 */
function mayBeIntercepted(
  target: Target,
  attempts: readonly Attempt[],
  context: TargetContext,
): boolean {
  const authority = privateAuthorityOf(target);
  if (authority === null || !attempts.some(isByPrivateAuthority)) return false;
  return context.siblingForgeries > 0 || !context.credibleAuthorities.has(authority);
}

/** Its siblings under a public authority prove what its own certificate cannot. */
const interceptedAsSiblings: Verdict = {
  state: 'blocked',
  confidence: 'medium',
  locus: 'network',
  mechanisms: ['tls.mitm'],
  reason: 'foreign-certificate',
  artefact: true,
};

const artefactReasons: Partial<Record<Evidence, Reason>> = {
  'foreign-certificate': 'foreign-certificate',
  'block-page': 'block-page',
  'block-redirect': 'block-page',
  'filter-page': 'filter-answers',
  'filter-redirect': 'filter-answers',
  'legal-refusal': 'legal-refusal',
};

/** What an artefact shows, no answer beside it makes untrue. */
function besideArtefact(
  target: Target,
  attempts: readonly Attempt[],
  { certificatesGood }: TargetContext,
): Verdict | null {
  const failures = failuresOf(attempts.filter((one) => !isOfAnotherName(one)));
  const showsForgery = certificatesGood && privateAuthorityOf(target) !== 'own_ca';
  const artefacts = failures.filter((one) =>
    one === 'foreign-certificate' ? showsForgery : artefactReasons[one] !== undefined,
  );
  const [first] = artefacts;
  const reason = first && artefactReasons[first];
  if (reason === undefined) return null;
  return {
    state: 'impaired',
    confidence: artefacts.length > 1 ? 'high' : 'medium',
    locus: locusOf(first),
    mechanisms: [...new Set(artefacts.flatMap((one) => mechanismOf(one) ?? []))].toSorted(),
    reason,
    artefact: true,
  };
}

function locusOf(artefact: Evidence | undefined): Locus {
  if (artefact === 'legal-refusal') return 'server_side';
  return artefact !== undefined && filterAnswers.includes(artefact) ? 'local' : 'network';
}

function verdictByServer(
  target: Target,
  failures: readonly Evidence[],
  context: TargetContext,
): Verdict | null {
  if (count(failures, 'server-error') >= attemptsForServerSide) {
    return { ...down('server-error'), mechanisms: ['http.error'] };
  }
  if (count(failures, 'hang-up') >= attemptsForServerSide) {
    // A proxy that does not connect may end the connection just so.
    if (context.byProxy) return insufficient('answered-by-proxy');
    return context.sitesHangUp ? null : down('server-hangs-up');
  }
  const names = count(failures, 'name-fails');
  if (names >= attemptsForServerSide && isUnknownEverywhere(target, context)) {
    return down('name-unknown');
  }
  // Dates last: by a wrong clock they tell nothing, and must not hide what the others tell.
  if (count(failures, 'revoked-certificate') >= attemptsForServerSide) {
    return context.certificatesGood ? down('certificate-revoked') : null;
  }
  if (count(failures, 'expired-certificate') >= attemptsForServerSide) {
    if (context.clockWrong) return insufficient('clock-wrong');
    return context.certificatesGood ? down('certificate-expired') : null;
  }
  return null;
}

function down(reason: Reason): Verdict {
  return {
    state: 'down',
    confidence: 'medium',
    locus: 'server_side',
    mechanisms: [],
    reason,
    artefact: false,
  };
}

/** Whether a proxy could not be reached, or failed in a way that is known. */
function isOfDeadProxy(attempt: Attempt): boolean {
  const { failure, browserError } = attempt;
  const isKnown = failure !== null && !failure.startsWith('unknown_failure');
  return (
    (isKnown && isLeftToProxy(attempt)) ||
    /_(PROXY_CONNECTION|UNKNOWN_PROXY)_/.test(browserError ?? '')
  );
}

/** The reason for which there is no valid attempt. */
function whyInvalid(attempts: readonly Attempt[]): Reason {
  const codes = attempts.map((attempt) => attempt.browserError ?? '');
  if (attempts.length === 0) return 'interrupted';
  if (attempts.some(({ failure }) => failure === proxyAnswerFailure)) return 'answered-by-proxy';
  if (attempts.some(({ failure }) => failure === upgradeFailure)) return 'asked-in-https';
  if (attempts.some(({ ok, elsewhere }) => ok && elsewhere?.startsWith('redirect '))) {
    return 'leads-elsewhere';
  }
  if (attempts.some(isOfDeadProxy)) return 'proxy-fails';
  if (codes.some((code) => localRefusalOf(code, null) === 'policy')) return 'policy-forbids';
  if (codes.some((code) => code.includes('BLOCKED_BY_'))) return 'blocked-by-extension';
  if (codes.some((code) => /NETWORK_CHANGED|DISCONNECTED|SUSPENDED|OFFLINE/.test(code))) {
    return 'network-changed';
  }
  return 'too-few-attempts';
}
