import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietUntil } from '../../../lib/alerts/quiet-hours.ts';

const night = { hasQuietHours: true, quietFrom: 23, quietTo: 8 };
const work = { hasQuietHours: true, quietFrom: 9, quietTo: 17 };
const local = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

describe('quiet hours', () => {
  it.each([
    [local(30, 22, 59), null],
    [local(30, 23), new Date(2026, 11, 1, 8)],
    [local(27, 0), local(27, 8)],
    [local(27, 7, 59), local(27, 8)],
    [local(27, 8), null],
  ])('across midnight at %s last until %s', (time, end) => {
    expect(quietUntil(night, time)).toEqual(end);
  });

  it.each([
    [local(27, 8, 59), null],
    [local(27, 9), local(27, 17)],
    [local(27, 16, 59), local(27, 17)],
    [local(27, 17), null],
  ])('by day at %s last until %s', (time, end) => {
    expect(quietUntil(work, time)).toEqual(end);
  });

  it('are none where they are off, or begin and end at the same hour', () => {
    expect(quietUntil({ ...night, hasQuietHours: false }, local(27, 3))).toBeNull();
    expect(quietUntil({ ...night, quietTo: 23 }, local(27, 23))).toBeNull();
  });
});

describe('where clocks change', () => {
  const zone = process.env.TZ;

  beforeEach(() => {
    process.env.TZ = 'Europe/Berlin';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['forward', '2026-03-28T22:30:00Z', '2026-03-29T06:00:00Z'],
    ['back', '2026-10-24T21:30:00Z', '2026-10-25T07:00:00Z'],
  ])('%s, they end at the same hour of the clock', (_, time, end) => {
    expect(quietUntil(night, new Date(time))).toEqual(new Date(end));
  });

  it('they end with the hour that is left out where they would end in it', () => {
    const hours = { ...night, quietTo: 2 };

    expect(quietUntil(hours, new Date('2026-03-29T00:59:00Z'))).toEqual(
      new Date('2026-03-29T01:00:00Z'),
    );
  });
});
