import { brokenCode } from '../failure/broken-connection.ts';
import { isUnknownCode } from '../failure/unknown-code.ts';
import type { Attempt } from '../model/attempt.ts';

/**
 * Marks attempts that ended with an unknown code, or with one by which the browser may tell of itself, as invalid,
 * unless a repeat ended with the same code.
 * @param attempts all on one target, control or address
 */
export function invalidateLoneUnknowns(attempts: readonly Attempt[]): Attempt[] {
  return attempts.map((attempt) =>
    isLoneUnknown(attempt, attempts) ? { ...attempt, valid: false } : attempt,
  );
}

/** Whether an attempt ended with such a code, and no other did. */
export function isLoneUnknown(attempt: Attempt, attempts: readonly Attempt[]): boolean {
  return isUnknown(attempt) && !isRepeated(attempt, attempts);
}

function isUnknown({ valid, ok, browserError }: Attempt): boolean {
  if (!valid || ok || browserError === null) return false;
  return browserError === brokenCode || isUnknownCode(browserError);
}

function isRepeated({ browserError }: Attempt, attempts: readonly Attempt[]): boolean {
  const alike = attempts.filter((one) => isUnknown(one) && one.browserError === browserError);
  return alike.length > 1;
}
