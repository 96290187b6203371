import { goneFailure } from '../../failure/gone-connection.ts';
import { onlyHttp1Failures } from '../../failure/only-http1.ts';
import type { Attempt } from '../../model/attempt.ts';
import { evidenceOf } from '../../observe/evidence.ts';
import type { ServiceEvidence } from './round-evidence.ts';

/** What a service's targets showed, each with the step of its cut connections. For rules alone: a round records what was told. */
export function withSharedSteps<Seen extends Pick<ServiceEvidence, 'attempts'>>(seen: Seen): Seen {
  const attempts = [...seen.attempts].map(([id, each]): [string, readonly Attempt[]] => [
    id,
    withSharedStep(each),
  ]);
  return { ...seen, attempts: new Map(attempts) };
}

/**
 * The attempts on one target: where one connection is known to have been cut after the handshake, so were the others.
 * Most attempts do not show the step, and whoever reads the name in the handshake lets none be finished.
 */
export function withSharedStep(attempts: readonly Attempt[]): readonly Attempt[] {
  const isKnown = attempts.some(isCutAfterHandshake);
  const isHttp1 = attempts.some(({ failure }) => onlyHttp1Failures.includes(failure));
  if (!isKnown && !isHttp1) return attempts;
  return attempts.map((attempt) => {
    if (evidenceOf(attempt) !== 'cut-off') return attempt;
    // Over HTTP/1.1 an end after the handshake has a code of its own; a reset has not.
    const hidesStep = isKnown || attempt.failure !== 'eof_error';
    return hidesStep ? { ...attempt, failedOperation: 'http_round_trip' } : attempt;
  });
}

function isCutAfterHandshake(attempt: Attempt): boolean {
  if (attempt.failure === goneFailure) return true;
  const isCut = ['hang-up', 'broken-off'].includes(evidenceOf(attempt));
  const tells = attempt.failedOperation === 'http_round_trip' && attempt.browserError !== anyReset;
  return isCut && tells;
}

/**
 * Firefox's code for a cut at any step. It tells of each such attempt whether the request was sent, which early data of
 * TLS 1.3 may be before the handshake ends: then that attempt shows nothing of the others.
 */
const anyReset = 'NS_ERROR_NET_RESET';
