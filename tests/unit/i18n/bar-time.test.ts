import { afterEach, describe, expect, it, vi } from 'vitest';
import { barTime, timeInBar } from '../../../lib/i18n/bar-time.ts';

afterEach(() => vi.unstubAllEnvs());

const hourMs = 60 * 60 * 1000;
const bar = (from: string, hours: number) => {
  const fromMs = Date.parse(from);
  return { fromMs, toMs: fromMs + hours * hourMs };
};

describe('a bar of a day', () => {
  const day = bar('2026-11-27T00:00:00.000Z', 24);

  it.each(['Europe/Moscow', 'America/Los_Angeles'])('is one of UTC, and says so: %s', (zone) => {
    vi.stubEnv('TZ', zone);

    expect(barTime('en', day, 'month')).toBe('Nov 27, 2026, UTC');
    expect(barTime('ru', day, 'year')).toBe('27 нояб. 2026 г., UTC');
  });

  it.each([
    ['Europe/Moscow', '2026-11-27T00:00:00.000Z', '03:00'],
    ['Europe/Moscow', '2026-11-27T20:59:59.999Z', '23:59'],
    ['Europe/Moscow', '2026-11-27T21:00:00.000Z', '28 нояб. 2026 г., 00:00'],
    ['America/Los_Angeles', '2026-11-27T07:59:59.999Z', '26 нояб. 2026 г., 23:59'],
    ['America/Los_Angeles', '2026-11-27T08:00:00.000Z', '00:00'],
    ['Pacific/Apia', '2026-11-27T10:59:59.999Z', '23:59'],
    ['Pacific/Apia', '2026-11-27T11:00:00.000Z', '28 нояб. 2026 г., 00:00'],
  ])(
    'has checks with their date where that is another by the clock: %s, %s',
    (zone, iso, words) => {
      vi.stubEnv('TZ', zone);

      expect(timeInBar('ru', iso, day, 'quarter')).toBe(words);
    },
  );
});

it('is of some hours by the clock, and so are its checks', () => {
  vi.stubEnv('TZ', 'Europe/Moscow');
  const night = bar('2026-11-27T18:00:00.000Z', 6);

  expect(barTime('ru', night, 'week')).toBe('27 нояб., 21:00 – 28 нояб., 03:00');
  expect(timeInBar('ru', '2026-11-27T22:15:00.000Z', night, 'week')).toBe('01:15');
  expect(timeInBar('ru', '2026-11-27T22:15:00.000Z', night, 'day')).toBe('01:15');
});

it('is an hour also where clocks go back by one at its end', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');

  expect(barTime('ru', bar('2026-10-25T00:00:00.000Z', 1), 'day')).toBe('25 окт., 02:00–02:59');
  expect(barTime('ru', bar('2026-10-25T01:00:00.000Z', 1), 'day')).toBe('25 окт., 02:00–03:00');
});
