import { expect, it } from 'vitest';
import { isMoment } from '../../../lib/settings/moment.ts';

it.each(['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.250Z', '2028-02-29T23:59:59.999Z'])(
  'takes %s for a time',
  (text) => {
    expect(isMoment(text)).toBe(true);
  },
);

it.each([
  '2026-02-30T00:00:00Z',
  '2026-02-29T00:00:00.000Z',
  '2026-04-31T12:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-03-01T24:00:00Z',
  '2026-03-01T12:60:00Z',
  '2026-03-01T12:00:00+03:00',
  '2026-03-01 12:00:00Z',
  '2026-03-01',
  '1 Mar 2026',
  '',
])('takes %j for none', (text) => {
  expect(isMoment(text)).toBe(false);
});
