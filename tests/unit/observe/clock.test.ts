import { describe, expect, it } from 'vitest';
import { clockAhead, daysAhead } from '../../../lib/observe/clock.ts';

const dayMs = 24 * 60 * 60 * 1000;
const timeStamp = Date.parse('2026-11-26T12:00:00Z');

function ahead(headers: Record<string, string>) {
  const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return clockAhead({ timeStamp, responseHeaders });
}

describe('the clock against a server’s', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['is right', { Date: 'Thu, 26 Nov 2026 12:00:00 GMT' }, 0],
    ['is ahead', { date: 'Wed, 25 Nov 2026 12:00:00 GMT' }, dayMs],
    ['is behind', { DATE: 'Fri, 27 Nov 2026 12:00:00 GMT' }, -dayMs],
    ['is right of a kept answer', { Date: 'Wed, 25 Nov 2026 12:00:00 GMT', Age: '86400' }, 0],
    ['is right, whatever age', { Date: 'Thu, 26 Nov 2026 12:00:00 GMT', Age: 'old' }, 0],
    ['is unknown without a date', { Age: '5' }, null],
    ['is unknown for a date that is none', { Date: 'yesterday' }, null],
  ])('%s', (_case, headers, expected) => {
    expect(ahead(headers)).toBe(expected);
  });

  it('is unknown where the browser tells no headers', () => {
    expect(clockAhead({ timeStamp })).toBeNull();
  });

  it.each([
    [dayMs - 1, 0],
    [1 - dayMs, 0],
    [dayMs, 1],
    [-21.5 * dayMs, -21],
  ])('%d ms ahead are %d whole days', (milliseconds, days) => {
    expect(daysAhead(milliseconds)).toBe(days);
  });
});
