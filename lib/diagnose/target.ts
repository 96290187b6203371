import type { Target } from '../catalog/schema.ts';
import { hasOwnAuthority, isTransfer } from '../catalog/target-kinds.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Reason } from '../model/reason.ts';
import { count, type Evidence, evidenceOf, failuresOf } from '../observe/evidence.ts';
import { type Circumstances, isUnknownEverywhere } from './circumstances.ts';
import { byProof } from './proof.ts';
import { byRepetition } from './repetition.ts';
import { diagnoseTransfer } from './transfer.ts';
import { insufficient, reached, type Verdict } from './verdict.ts';

const attemptsForServerSide = 2;

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

/** In front of a private authority an interceptor looks like the service; its siblings tell. */
function throughInterceptor(
  target: Target,
  attempts: readonly Attempt[],
  circumstances: Circumstances,
): boolean {
  if (!hasOwnAuthority(target)) return false;
  const byAuthority = attempts.some((one) => one.ok && one.failure === 'ssl_unknown_authority');
  return byAuthority && (circumstances.siblingIntercepted || !circumstances.certificatesGood);
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
