import type { Attempt } from '../model/attempt.ts';
import type { Gate } from '../model/network.ts';
import { endOfAttempt, startOfAttempt } from '../observe/attempt-times.ts';

/**
 * What failed while the controls failed is no evidence: such attempts are marked invalid. An attempt
 * counts when the last gate that ended before it and the first that began after it both passed.
 * @param unauthenticated the answers may be anybody's (`acceptsUnauthenticatedAnswer`), so they do not count where the next
 * gate failed: a portal that appeared gives them too
 */
export function invalidateUngated(
  attempts: readonly Attempt[],
  gates: readonly Gate[],
  unauthenticated = false,
): Attempt[] {
  return attempts.map((attempt) => {
    const counts = attempt.ok
      ? !unauthenticated || gateAfter(attempt, gates)?.passed !== false
      : isBetweenPassedGates(attempt, gates);
    return counts || !attempt.valid ? attempt : { ...attempt, valid: false };
  });
}

function isBetweenPassedGates(attempt: Attempt, gates: readonly Gate[]): boolean {
  const before = gates
    .filter((gate) => Date.parse(gate.finishedAt) <= startOfAttempt(attempt))
    .at(-1);
  return before?.passed === true && gateAfter(attempt, gates)?.passed === true;
}

function gateAfter(attempt: Attempt, gates: readonly Gate[]): Gate | undefined {
  return gates.find((gate) => Date.parse(gate.startedAt) >= endOfAttempt(attempt));
}

/** Whether the controls passed at least once between the first of some attempts and the last. */
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
