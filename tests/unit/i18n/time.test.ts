import '../../helpers/clock-of-utc.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { barTime } from '../../../lib/i18n/bar-time.ts';
import {
  daysText,
  dayText,
  exactTime,
  minuteTime,
  momentTime,
  pastTime,
  relativeTime,
} from '../../../lib/i18n/time.ts';

const now = new Date('2026-03-01T12:00:00.000Z');

it.each([
  ['en', '2026-03-01T11:57:00.000Z', '3 minutes ago'],
  ['ru', '2026-03-01T11:57:00.000Z', '3 минуты назад'],
  ['ru', '2026-03-01T11:39:30.000Z', '20 минут назад'],
  ['ru', '2026-03-01T12:21:00.000Z', 'через 21 минуту'],
  ['en', '2026-03-01T09:10:00.000Z', '2 hours ago'],
  ['en', '2026-02-26T12:00:00.000Z', '3 days ago'],
] as const)('in %s a moment at %s is %s', (language, iso, words) => {
  expect(relativeTime(language, iso, now)).toBe(words);
});

it('returns null for less than a minute', () => {
  expect(relativeTime('en', '2026-03-01T11:59:01.000Z', now)).toBeNull();
});

it('names the moment of what has been where it lies ahead, as the clock was wrong then or is now', () => {
  expect(pastTime('en', '2026-03-01T11:57:00.000Z', now)).toBe('3 minutes ago');
  expect(pastTime('en', '2026-03-01T12:00:59.000Z', now)).toBeNull();
  expect(pastTime('en', '2026-03-04T12:00:00.000Z', now)).toMatch(/^Mar 4, 2026/);
});

it('follows the clock into another time zone while a page is open', () => {
  const iso = '2026-03-01T22:00:00.000Z';
  const bar = { fromMs: Date.parse(iso), toMs: Date.parse(iso) + 3_600_000 };
  vi.stubEnv('TZ', 'Europe/Berlin');
  expect(momentTime('ru', iso, new Date(iso))).toBe('23:00');
  expect(barTime('ru', bar, 'day')).toMatch(/23:00.*00:00/);

  vi.stubEnv('TZ', 'Asia/Kathmandu');

  expect(momentTime('ru', iso, new Date(iso))).toBe('03:45');
  expect(barTime('ru', bar, 'day')).toMatch(/03:45.*04:45/);
});

/** Languages without dates: unknown to the browser altogether, or known by name only. */
describe.each(['xx', 'yy'])('a language without words for dates (%s)', (language) => {
  const from = '2026-02-10T09:05:07.000Z';
  const to = '2026-02-12T00:00:00.000Z';
  const RealFormat = Intl.DateTimeFormat;
  beforeEach(() => {
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function format(tags, options) {
      if (tags === 'yy') return { format: () => 'M02' } as Intl.DateTimeFormat;
      return new RealFormat(tags, options);
    });
    const supportedLocalesOf = (tag: string) => (tag === 'xx' ? [] : [tag]);
    Object.assign(Intl.DateTimeFormat, { supportedLocalesOf });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('has its moments in numbers', () => {
    expect(dayText(language, from)).toBe('10.02.2026');
    expect(daysText(language, { from, to })).toBe('10.02.2026–11.02.2026');
    expect(exactTime(language, from)).toBe('10.02.2026, 09:05:07');
    expect(minuteTime(language, from)).toBe('09:05');
    expect(momentTime(language, from, now)).toBe('10.02.2026, 09:05');
    expect(relativeTime(language, from, now)).toBe('10.02.2026, 09:05');
    const bar = { fromMs: Date.parse(from), toMs: Date.parse(from) + 1_800_000 };
    expect(barTime(language, bar, 'day')).toBe('10.02, 09:05–09:35');
    expect(barTime(language, bar, 'month')).toBe('10.02.2026, UTC');
  });
});
