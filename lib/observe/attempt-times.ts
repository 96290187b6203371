import type { Attempt } from '../model/attempt.ts';

/** Milliseconds since the epoch. */
export function startOfAttempt({ startedAt }: Pick<Attempt, 'startedAt'>): number {
  return Date.parse(startedAt);
}

/** Milliseconds since the epoch; the start where the duration is unknown. */
export function endOfAttempt(attempt: Pick<Attempt, 'startedAt' | 'totalMs'>): number {
  return startOfAttempt(attempt) + (attempt.totalMs ?? 0);
}
