const firstMs = 30_000;
const longestMs = 6 * 3_600_000;
const longestAskedMs = 24 * 3_600_000;

/** Longer than any wait, in milliseconds. */
export const longestWaitMs = longestAskedMs + firstMs;

/** How long to wait, in milliseconds. */
export interface Wait {
  /** `asked`: what the endpoint asked for. `mend`: long, as a person has to mend something first. */
  kind: 'back-off' | 'asked' | 'mend';
  askedMs?: number;
}

/**
 * Milliseconds until the next try. Jitter keeps many probes from coming back at one moment.
 * @param failures in a row, with the latest; from 1
 * @param random from 0 to 1
 */
export function waitMs({ kind, askedMs = 0 }: Wait, failures: number, random: number): number {
  switch (kind) {
    case 'asked':
      return askedMs + random * firstMs;
    case 'mend':
      return longestMs * (1 - random / 4);
    case 'back-off':
      // "Full jitter": exponential, and anything below. https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
      return random * Math.min(longestMs, firstMs * 2 ** (failures - 1));
    default:
      return kind satisfies never;
  }
}

/**
 * Milliseconds that `Retry-After` (RFC 9110, 10.2.3) asks for, in seconds or by a date: a day at most; null without any.
 * @param now milliseconds since 1970
 */
export function parseRetryAfter(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  const text = retryAfter.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(0, ms), longestAskedMs);
}
