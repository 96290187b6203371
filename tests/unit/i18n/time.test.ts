import { expect, it } from 'vitest';
import { relativeTime } from '../../../lib/i18n/time.ts';

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
