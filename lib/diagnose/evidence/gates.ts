import { isFilterAnswer } from '../../failure/filter-answer.ts';
import { type Attempt, isByPrivateAuthority } from '../../model/attempt.ts';
import type { Gate } from '../../model/network.ts';
import { endOfAttempt, startOfAttempt, wasSleptThrough } from '../../observe/attempt-times.ts';

/**
 * Marks failures as invalid that are not framed by passed gates: what failed while the controls failed is no
 * evidence. A failure counts when the last gate before it and the first gate after it both passed, and the computer did not
 * sleep; a filter's answer came through whatever the line does. Answers that anyone on the path may have given, without TLS or
 * under an authority that the browser does not know, do not count either where the next gate failed: a portal that appeared
 * gives them too.
 * @param plain the target is probed without TLS
 */
export function invalidateUngated(
  attempts: readonly Attempt[],
  gates: readonly Gate[],
  plain = false,
): Attempt[] {
  return attempts.map((attempt) => {
    const anyones = plain || isByPrivateAuthority(attempt);
    const counts =
      attempt.ok || isFilterAnswer(attempt)
        ? !anyones || gateAfter(attempt, gates)?.passed !== false
        : isBetweenPassedGates(attempt, gates) && !wasSleptThrough(attempt);
    return counts || !attempt.valid ? attempt : { ...attempt, valid: false };
  });
}

export function isBetweenPassedGates(attempt: Attempt, gates: readonly Gate[]): boolean {
  return isAfterPassedGate(attempt, gates) && gateAfter(attempt, gates)?.passed === true;
}

/** Whether no gate so far speaks against a failure: in a running round, the gate after it may be to come. */
export function mayCount(attempt: Attempt, gates: readonly Gate[]): boolean {
  return isAfterPassedGate(attempt, gates) && gateAfter(attempt, gates)?.passed !== false;
}

function isAfterPassedGate(attempt: Attempt, gates: readonly Gate[]): boolean {
  const before = gates
    .filter((gate) => Date.parse(gate.finishedAt) <= startOfAttempt(attempt))
    .at(-1);
  return before?.passed === true;
}

function gateAfter(attempt: Attempt, gates: readonly Gate[]): Gate | undefined {
  return gates.find((gate) => Date.parse(gate.startedAt) >= endOfAttempt(attempt));
}

/** Whether at least one gate passed between the first of some attempts and the last. */
export function gatePassedBetween(attempts: readonly Attempt[], gates: readonly Gate[]): boolean {
  const firstEnd = Math.min(...attempts.map(endOfAttempt));
  const lastStart = Math.max(...attempts.map(startOfAttempt));
  return gates.some(
    (gate) =>
      gate.passed &&
      Date.parse(gate.startedAt) >= firstEnd &&
      Date.parse(gate.finishedAt) <= lastStart,
  );
}
