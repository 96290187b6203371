import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter, waitMs } from '../../../lib/upload/back-off.ts';

const hourMs = 3_600_000;
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the next try', () => {
  it.each([
    [1, 30_000],
    [2, 60_000],
    [10, 30_000 * 512],
    [11, 6 * hourMs],
    [5000, 6 * hourMs],
  ])('after %d failures in a row comes within %d ms', (failures, most) => {
    expect(waitMs({ kind: 'back-off' }, failures, 0)).toBe(0);
    expect(waitMs({ kind: 'back-off' }, failures, 1)).toBe(most);
  });

  it('never comes before the endpoint wants it', () => {
    fc.assert(
      fc.property(fc.nat(24 * hourMs), share, (asked, random) => {
        const ms = waitMs({ kind: 'asked', askedMs: asked }, 1, random);
        expect(ms).toBeGreaterThanOrEqual(asked);
        expect(ms).toBeLessThanOrEqual(asked + 30_000);
      }),
    );
  });

  it('comes some hours later where a person has to mend something', () => {
    expect(waitMs({ kind: 'mend' }, 1, 0)).toBe(6 * hourMs);
    expect(waitMs({ kind: 'mend' }, 1, 1)).toBe(4.5 * hourMs);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');

  it.each([
    [null, null],
    ['0', 0],
    [' 90 ', 90_000],
    ['90061', 24 * hourMs],
    ['Wed, 25 Nov 2026 12:01:00 GMT', 60_000],
    ['Wed, 25 Nov 2026 11:00:00 GMT', 0],
    ['Fri, 25 Dec 2026 11:00:00 GMT', 24 * hourMs],
    ['soon', null],
    ['', null],
  ])('%o asks for %o ms', (text, ms) => {
    expect(parseRetryAfter(text, now)).toBe(ms);
  });
});
