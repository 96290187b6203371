import { isTransfer } from '../catalog/is-transfer.ts';
import type { Target } from '../catalog/schema.ts';
import type { AddressProbe, Attempt, Gate, Mechanism, Reason, Resolution } from '../round/types.ts';
import {
  type Evidence,
  evidenceOf,
  isSilentName,
  mechanismOf,
  outlastsHandshake,
} from './evidence.ts';
import { passedBetween } from './gates.ts';
import { dnsMechanism, isPublicAddress, standingOfName } from './names.ts';
import { standingOfAddress } from './pairs.ts';
import { diagnoseTransfer, type TransferRates } from './transfer.ts';
import { insufficient, reached, type Verdict } from './verdict.ts';

/** What was known around the attempts on a target. */
export interface Circumstances {
  resolutions: readonly Resolution[];
  addressProbes: readonly AddressProbe[];
  gates: readonly Gate[];
  /** The controls' certificates are good, so an untrusted one is the target's own affair. */
  certificatesGood: boolean;
  /** Nothing else was lost in the round, so that silence is no accident. */
  lossless: boolean;
  /** How quick transfers elsewhere were. */
  transferRates: TransferRates;
  /** A sibling under a public authority was answered with a foreign certificate. */
  siblingIntercepted: boolean;
}

/** Failed attempts without proof that make `likely_blocked`: a probe and two rechecks. */
const attemptsForLikely = 3;
const attemptsForServerSide = 2;
const failuresForPair = 2;
/** Beside them a third failure of any kind: `isRepeated`. */
const nameFailuresNeeded = 2;

export function diagnoseTarget(
  target: Target,
  attempts: readonly Attempt[],
  circumstances: Circumstances,
): Verdict {
  if (isTransfer(target)) return diagnoseTransfer(target, attempts, circumstances.transferRates);
  const failures = failuresOf(attempts);
  if (attempts.some((attempt) => evidenceOf(attempt) === 'reached')) {
    return throughInterceptor(target, attempts, circumstances)
      ? insufficient('foreign-certificate')
      : reached(failures.length === 0 ? 'high' : 'medium');
  }
  if (failures.length === 0) return insufficient(whyInvalid(attempts));
  return (
    byProof(target, attempts, circumstances) ??
    byRepetition(target, attempts, circumstances) ??
    byServer(target, failures, circumstances) ??
    insufficient('too-few-attempts')
  );
}

function failuresOf(attempts: readonly Attempt[]): Evidence[] {
  return attempts.map(evidenceOf).filter((one) => one !== 'invalid' && one !== 'reached');
}

/** In front of a private authority an interceptor looks like the service; its siblings tell. */
function throughInterceptor(
  target: Target,
  attempts: readonly Attempt[],
  circumstances: Circumstances,
): boolean {
  if (target.rule !== 'cert_authority_error_or_http') return false;
  const byAuthority = attempts.some((one) => one.ok && one.failure === 'ssl_unknown_authority');
  return byAuthority && (circumstances.siblingIntercepted || !circumstances.certificatesGood);
}

function byProof(
  target: Target,
  attempts: readonly Attempt[],
  circumstances: Circumstances,
): Verdict | null {
  const failures = failuresOf(attempts);
  const refusals = count(failures, 'legal-refusal');
  if (refusals > 0) {
    return {
      ...proof(['http.error'], 'legal-refusal'),
      confidence: refusals > 1 ? 'high' : 'medium',
      locus: 'server_side',
    };
  }
  const shown = attempts.filter((attempt) =>
    ['block-page', 'block-redirect'].includes(evidenceOf(attempt)),
  );
  if (shown.length > 0) return byBlockPage(shown);
  const name = standingOfName(hostOf(target), circumstances.resolutions);
  const silent = attempts.some(isSilentName);
  const accidental = silent && !circumstances.lossless;
  if (name.known === 'elsewhere' && isRepeated(failures) && !accidental) {
    return {
      ...proof([silent ? 'dns.timeout' : name.mechanism], 'dns-withheld'),
      confidence: !silent && name.agreeing >= 2 ? 'high' : 'medium',
      // Silence may be lost packets all the same: a second round is to see it too.
      artefact: !silent,
    };
  }
  if (count(failures, 'foreign-certificate') >= 2 && circumstances.certificatesGood) {
    return proof(['tls.mitm'], 'foreign-certificate');
  }
  return byPair(target, failures, circumstances);
}

/** A public name that leads to an address which none has was forged on the way. */
function byBlockPage(shown: readonly Attempt[]): Verdict {
  const forged = shown.some(({ remoteIp }) => remoteIp !== null && !isPublicAddress(remoteIp));
  const mechanisms = new Set(shown.flatMap((attempt) => mechanismOf(evidenceOf(attempt)) ?? []));
  if (forged) mechanisms.add('dns.injection.bogon');
  return {
    ...proof([...mechanisms].toSorted(), 'block-page'),
    confidence: shown.length > 1 ? 'high' : 'medium',
  };
}

/** A home router fails on single names by chance, now and then on one twice: so all is to fail. */
function isRepeated(failures: readonly Evidence[]): boolean {
  const names = count(failures, 'name-fails');
  return names >= nameFailuresNeeded && failures.length >= attemptsForLikely;
}

/** The same server completes a handshake without the name, and not with it (contract, rule 3). */
function byPair(
  target: Target,
  failures: readonly Evidence[],
  circumstances: Circumstances,
): Verdict | null {
  if (standingOfAddress(hostOf(target), circumstances.addressProbes) !== 'completes') return null;
  const cutOff = count(failures, 'cut-off');
  const refused = count(failures, 'handshake-fails');
  const silent = count(failures, 'handshake-timeout');
  const unanswered = silent + count(failures, 'timeout');
  const confidence = cutOff + refused >= attemptsForLikely ? 'high' : 'medium';
  if (cutOff >= failuresForPair) {
    return { ...proof(['tls.reset.sni'], 'cut-off-by-name'), confidence };
  }
  if (refused >= failuresForPair) {
    return { ...proof(['tls.alert'], 'handshake-fails-by-name'), confidence };
  }
  if (silent > 0 && unanswered >= attemptsForLikely) {
    return proof(['tls.timeout.sni'], 'silent-by-name');
  }
  return null;
}

function proof(mechanisms: Mechanism[], reason: Reason): Verdict {
  return {
    state: 'blocked',
    confidence: 'high',
    locus: 'network',
    mechanisms,
    reason,
    artefact: true,
  };
}

/** What failures show by themselves, and what the address alone adds. */
function mechanismsOfFailures(
  target: Target,
  attempts: readonly Attempt[],
  circumstances: Circumstances,
): Mechanism[] {
  const kinds = new Set(attempts.map(evidenceOf));
  const address = standingOfAddress(hostOf(target), circumstances.addressProbes);
  const labels = new Set([...kinds].flatMap((kind) => mechanismOf(kind) ?? []));
  if (kinds.has('name-fails')) {
    labels.delete('dns.error');
    labels.add(labelOfName(target, attempts, circumstances));
  }
  if (kinds.has('cut-off') && address === 'answers') {
    labels.delete('reset');
    labels.add('tls.reset');
  }
  if (address === 'silent' && attempts.some(outlastsHandshake)) labels.add('tcp.timeout');
  if (labels.has('tcp.timeout') || labels.has('tls.timeout')) labels.delete('timeout');
  return [...labels].toSorted();
}

function labelOfName(
  target: Target,
  attempts: readonly Attempt[],
  { resolutions }: Circumstances,
): Mechanism {
  if (attempts.some(isSilentName)) return 'dns.timeout';
  return dnsMechanism(resolutions.filter((one) => one.name === hostOf(target)));
}

const serverSide: Evidence[] = ['server-error', 'expired-certificate'];

function byRepetition(
  target: Target,
  attempts: readonly Attempt[],
  circumstances: Circumstances,
): Verdict | null {
  const nameUnknown = isUnknownEverywhere(target, circumstances);
  const telling = attempts.filter((attempt) => {
    const evidence = evidenceOf(attempt);
    if (evidence === 'name-fails') return !nameUnknown;
    if (evidence === 'foreign-certificate') return circumstances.certificatesGood;
    return evidence !== 'invalid' && !serverSide.includes(evidence);
  });
  if (telling.length < attemptsForLikely) return null;
  if (!passedBetween(telling, circumstances.gates)) return null;
  const kinds = [...new Set(telling.map(evidenceOf))];
  const reasons = [...new Set(kinds.map(reasonOf))];
  const [only] = reasons;
  return {
    state: 'likely_blocked',
    confidence: reasons.length === 1 ? 'medium' : 'low',
    locus: 'unknown',
    mechanisms: mechanismsOfFailures(target, telling, circumstances),
    reason: reasons.length === 1 && only !== undefined ? only : 'unclear-failure',
    artefact: false,
  };
}

function byServer(
  target: Target,
  failures: readonly Evidence[],
  circumstances: Circumstances,
): Verdict | null {
  if (count(failures, 'server-error') >= attemptsForServerSide) {
    return { ...down('server-error'), mechanisms: ['http.error'] };
  }
  if (count(failures, 'expired-certificate') >= attemptsForServerSide) {
    return circumstances.certificatesGood ? down('certificate-expired') : null;
  }
  const names = count(failures, 'name-fails');
  if (names >= attemptsForServerSide && isUnknownEverywhere(target, circumstances)) {
    return down('name-unknown');
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

function isUnknownEverywhere(target: Target, circumstances: Circumstances): boolean {
  return standingOfName(hostOf(target), circumstances.resolutions).known === 'nowhere';
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
    default:
      return 'unclear-failure';
  }
}

/** Why nothing valid was seen. */
function whyInvalid(attempts: readonly Attempt[]): Reason {
  const codes = attempts.map((attempt) => attempt.browserError ?? '');
  if (attempts.length === 0) return 'interrupted';
  if (codes.some((code) => code.includes('BLOCKED_BY_'))) return 'blocked-by-extension';
  if (codes.some((code) => /NETWORK_CHANGED|DISCONNECTED|SUSPENDED|OFFLINE/.test(code))) {
    return 'network-changed';
  }
  return 'too-few-attempts';
}

export function hostOf(target: Target): string {
  return new URL(target.urls[0] ?? '').hostname;
}

function count(failures: readonly Evidence[], evidence: Evidence): number {
  return failures.filter((one) => one === evidence).length;
}
