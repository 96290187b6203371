import { afterEach, expect, it, vi } from 'vitest';
import { localTime } from '../../../../lib/export/columns/local-time.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['2026-03-01T10:00:01.250Z', 'Europe/Moscow', '2026-03-01T13:00:01.250+03:00'],
  ['2026-03-01T22:00:00.000Z', 'Asia/Kathmandu', '2026-03-02T03:45:00.000+05:45'],
  ['2026-03-01T01:00:00.000Z', 'America/St_Johns', '2026-02-28T21:30:00.000-03:30'],
  ['2026-03-01T01:00:00.000Z', 'UTC', '2026-03-01T01:00:00.000+00:00'],
  ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29T01:59:59.999+01:00'],
  ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29T03:00:00.000+02:00'],
])('%s in %s is %s', (iso, timeZone, expected) => {
  expect(localTime(iso, timeZone)).toBe(expected);
  expect(Date.parse(localTime(iso, timeZone))).toBe(Date.parse(iso));
});

it('goes by the offset of the clock where the browser does not know the zone', () => {
  vi.stubEnv('TZ', 'America/St_Johns');

  expect(localTime('2026-03-01T01:00:00.000Z', 'Etc/Unknown')).toBe(
    '2026-02-28T21:30:00.000-03:30',
  );
});
