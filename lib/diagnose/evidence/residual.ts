import type { Attempt } from '../../model/attempt.ts';
import { endOfAttempt, startOfAttempt } from '../../observe/attempt-times.ts';
import { type Evidence, evidenceOf, isUnansweredRequest } from '../../observe/evidence.ts';

const cuts: Evidence[] = ['cut-off', 'handshake-fails'];
const silences: Evidence[] = ['timeout', 'connect-timeout', 'handshake-timeout'];

/** Censors keep an address silent for up to three minutes after they cut a connection to it (residual censorship). */
const residualMs = 180_000;

/**
 * What each of a target's attempts in one round proves: silence after a cut is the cut's. Where a connection stood, it is
 * a cut after the handshake, of which no pair is proof.
 * @param sameHost attempts on all targets of its host; those on it alone if left out
 */
export function evidencesOf(attempts: readonly Attempt[], sameHost = attempts): Evidence[] {
  return attempts.map((attempt) => {
    const evidence = evidenceOf(attempt);
    if (!silences.includes(evidence)) return evidence;
    const cut = sameHost.find(
      (other) => cuts.includes(evidenceOf(other)) && follows(attempt, other),
    );
    if (cut === undefined) return evidence;
    return isUnansweredRequest(attempt) ? 'broken-off' : evidenceOf(cut);
  });
}

function follows(attempt: Attempt, cut: Attempt): boolean {
  const afterMs = startOfAttempt(attempt) - endOfAttempt(cut);
  return afterMs >= 0 && afterMs <= residualMs;
}
