import { describe, expect, it } from 'vitest';
import { isPaused, pauseFrom, pauseLengths } from '../../../lib/settings/pause.ts';

const evening = new Date(2026, 10, 30, 22, 15);

describe('a pause', () => {
  it('of an hour ends an hour later', () => {
    expect(new Date(pauseFrom(evening, 'hour'))).toEqual(new Date(2026, 10, 30, 23, 15));
  });

  it('until tomorrow ends at the local midnight, of another month too', () => {
    expect(new Date(pauseFrom(evening, 'tomorrow'))).toEqual(new Date(2026, 11, 1));
  });

  it.each(pauseLengths)('until %s has begun', (length) => {
    expect(isPaused({ pausedUntil: pauseFrom(evening, length) }, evening)).toBe(true);
  });

  it.each([
    ['hour', 59, true],
    ['hour', 60, false],
    ['tomorrow', 104, true],
    ['tomorrow', 105, false],
    ['resumed', 1_000_000, true],
  ] as const)('until %s, %i minutes later: %s', (length, minutes, paused) => {
    const later = new Date(evening.getTime() + minutes * 60_000);

    expect(isPaused({ pausedUntil: pauseFrom(evening, length) }, later)).toBe(paused);
  });

  it('is not there where none was chosen', () => {
    expect(isPaused({ pausedUntil: null }, evening)).toBe(false);
  });
});
