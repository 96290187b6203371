import { hostOf } from '../../catalog/host-of.ts';
import type { Target } from '../../catalog/schema.ts';
import { isPlain } from '../../catalog/target-kinds.ts';
import { isKnownInterception } from '../../failure/interception.ts';
import type { Attempt } from '../../model/attempt.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import { isOwnService } from '../../model/own-service.ts';
import type { Reason } from '../../model/reason.ts';
import { hasPrivateAddress } from '../../observe/address-kind.ts';
import {
  count,
  type Evidence,
  evidenceOf,
  failuresOf,
  isOfAnotherName,
  isSilentName,
  mechanismOf,
} from '../../observe/evidence.ts';
import { outcomeOfName } from '../../observe/names.ts';
import { evidencesOf } from '../evidence/residual.ts';
import type { Verdict } from '../verdict.ts';
import { handshakesNeeded, outcomeOfAddress } from './pairs.ts';
import { attemptsForLikely } from './repetition.ts';
import type { TargetContext } from './target-context.ts';
import { isRepeated } from './withheld.ts';

const certificatesNeeded = 2;

/** `blocked` by an artefact or a pair, or null. */
export function verdictByProof(
  target: Target,
  attempts: readonly Attempt[],
  context: TargetContext,
): Verdict | null {
  const failures = evidencesOf(attempts).filter((one) => one !== 'invalid' && one !== 'reached');
  return (
    verdictByLegalRefusal(target, failures) ??
    verdictByBlockPage(attempts, context) ??
    verdictByName(target, attempts, context) ??
    verdictByCertificate(target, attempts, context) ??
    verdictByPair(target, failures, context)
  );
}

function verdictByLegalRefusal(target: Target, failures: readonly Evidence[]): Verdict | null {
  const refusals = count(failures, 'legal-refusal');
  if (refusals === 0) return null;
  return {
    ...proof(['http.error'], 'legal-refusal'),
    confidence: refusals > 1 ? 'high' : 'medium',
    // Without a certificate, anyone on the path may have sent the refusal.
    locus: isPlain(target) ? 'unknown' : 'server_side',
  };
}

/**
 * A public name that resolved to a non-public address was forged by the network, but where a proxy or a program gives
 * out such addresses for all.
 */
function verdictByBlockPage(
  attempts: readonly Attempt[],
  { givesOutAddresses }: TargetContext,
): Verdict | null {
  const shown = attempts.filter((attempt) =>
    ['block-page', 'block-redirect'].includes(evidenceOf(attempt)),
  );
  if (shown.length === 0) return null;
  const forged = !givesOutAddresses && shown.some(hasPrivateAddress);
  const mechanisms = new Set(shown.flatMap((attempt) => mechanismOf(evidenceOf(attempt)) ?? []));
  if (forged) mechanisms.add('dns.injection.bogon');
  return {
    ...proof([...mechanisms].toSorted(), 'block-page'),
    confidence: shown.length > 1 ? 'high' : 'medium',
  };
}

/** Only the system's resolver withholds the name, repeatedly and not by accident. */
function verdictByName(
  target: Target,
  attempts: readonly Attempt[],
  { resolutions, lossless, provenNames }: TargetContext,
): Verdict | null {
  if (!provenNames.has(hostOf(target))) return null;
  const name = outcomeOfName(hostOf(target), resolutions);
  const silent = attempts.some(isSilentName);
  const accidental = silent && !lossless;
  if (name.known !== 'elsewhere' || !isRepeated(failuresOf(attempts)) || accidental) return null;
  return {
    ...proof([silent ? 'dns.timeout' : name.mechanism], 'dns-withheld'),
    confidence: !silent && name.agreeing >= 2 ? 'high' : 'medium',
    // Silence may still be lost packets: a second round must see it too.
    artefact: !silent,
  };
}

/** A site that a person added may have an authority of its own, unless the browser knows that this one intercepts. */
function verdictByCertificate(
  target: Target,
  attempts: readonly Attempt[],
  { certificatesGood }: TargetContext,
): Verdict | null {
  const untrusted = attempts.filter(
    (one) =>
      !isOfAnotherName(one) && (!isOwnService(target) || isKnownInterception(one.browserError)),
  );
  const foreign = count(failuresOf(untrusted), 'foreign-certificate');
  return foreign >= certificatesNeeded && certificatesGood
    ? proof(['tls.mitm'], 'foreign-certificate')
    : null;
}

/**
 * A pair: the same server completes a handshake without the name and fails with it (contract, rule 3), each time: where it
 * answered once, if only with an error, the name is let through.
 */
function verdictByPair(
  target: Target,
  failures: readonly Evidence[],
  context: TargetContext,
): Verdict | null {
  if (outcomeOfAddress(hostOf(target), context.addressProbes) !== 'completes') return null;
  if (failures.includes('server-error')) return null;
  const cutOff = count(failures, 'cut-off');
  const refused = count(failures, 'handshake-fails');
  const silent = count(failures, 'handshake-timeout');
  const unanswered = silent + count(failures, 'timeout');
  if (cutOff >= handshakesNeeded) {
    return proof(['tls.reset.sni'], 'cut-off-by-name');
  }
  if (refused >= handshakesNeeded) {
    return proof(['tls.alert'], 'handshake-fails-by-name');
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
