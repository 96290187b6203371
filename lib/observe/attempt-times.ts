import type { Attempt } from '../model/attempt.ts';

/** Milliseconds since the epoch. */
export function startOfAttempt({ startedAt }: Pick<Attempt, 'startedAt'>): number {
  return Date.parse(startedAt);
}

/** Milliseconds since the epoch; the start where the duration is unknown. */
export function endOfAttempt(attempt: Pick<Attempt, 'startedAt' | 'totalMs'>): number {
  return startOfAttempt(attempt) + (attempt.totalMs ?? 0);
}

/** No attempt is waited for as long: the computer slept meanwhile, as timers do with it. In milliseconds. */
const sleptMs = 40_000;

export function wasSleptThrough({ totalMs }: Pick<Attempt, 'totalMs'>): boolean {
  return (totalMs ?? 0) >= sleptMs;
}
