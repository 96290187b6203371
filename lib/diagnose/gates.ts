import type { Attempt, Gate } from '../round/types.ts';

/**
 * What failed while the controls failed is no evidence: such attempts are marked invalid. An attempt
 * counts when the last gate that ended before it and the first that began after it both passed.
 */
export function invalidateUnframed(
  attempts: readonly Attempt[],
  gates: readonly Gate[],
): Attempt[] {
  return attempts.map((attempt) =>
    attempt.ok || !attempt.valid || isFramed(attempt, gates)
      ? attempt
      : { ...attempt, valid: false },
  );
}

function isFramed(attempt: Attempt, gates: readonly Gate[]): boolean {
  const before = gates.filter((gate) => Date.parse(gate.finishedAt) <= startOf(attempt)).at(-1);
  const after = gates.find((gate) => Date.parse(gate.startedAt) >= endOf(attempt));
  return before?.passed === true && after?.passed === true;
}

/** Whether the controls passed at least once between the first of some attempts and the last. */
export function passedBetween(attempts: readonly Attempt[], gates: readonly Gate[]): boolean {
  const firstEnd = Math.min(...attempts.map(endOf));
  const lastStart = Math.max(...attempts.map(startOf));
  return gates.some(
    (gate) =>
      gate.passed &&
      Date.parse(gate.startedAt) >= firstEnd &&
      Date.parse(gate.finishedAt) <= lastStart,
  );
}

function startOf(attempt: Attempt): number {
  return Date.parse(attempt.startedAt);
}

function endOf(attempt: Attempt): number {
  return startOf(attempt) + (attempt.totalMs ?? 0);
}
