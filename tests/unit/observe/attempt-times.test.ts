import { describe, expect, it } from 'vitest';
import { endOfAttempt, startOfAttempt } from '../../../lib/observe/attempt-times.ts';

const startedAt = '2026-07-25T12:00:00.000Z';
const startMs = Date.parse(startedAt);

describe('an attempt', () => {
  it('ends after its start by its duration', () => {
    expect(startOfAttempt({ startedAt })).toBe(startMs);
    expect(endOfAttempt({ startedAt, totalMs: 250 })).toBe(startMs + 250);
  });

  it('ends at its start if the duration is unknown', () => {
    expect(endOfAttempt({ startedAt, totalMs: null })).toBe(startMs);
  });
});
