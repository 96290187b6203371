import { afterEach, describe, expect, it, vi } from 'vitest';
import { homeCountryOf } from '../../../lib/routing/home-country.ts';

describe('the home country', () => {
  it.each([
    [null, 'Europe/Moscow', 'RU'],
    [null, 'Asia/Vladivostok', 'RU'],
    [null, 'Europe/Minsk', 'BY'],
    [null, 'Asia/Tehran', 'IR'],
    [null, 'America/Caracas', 'VE'],
    // A person's word outweighs the clock.
    ['KZ', 'Europe/Moscow', 'KZ'],
    ['KZ', 'UTC', 'KZ'],
    ['KZ', null, 'KZ'],
    // Older and newer names of one zone.
    [null, 'Europe/Kyiv', 'UA'],
    [null, 'Europe/Kiev', 'UA'],
    [null, 'Asia/Yangon', 'MM'],
    [null, 'Asia/Rangoon', 'MM'],
    // Zones of no country.
    [null, 'UTC', null],
    [null, 'Etc/GMT-3', null],
    [null, 'Atlantic/Reykjavik', null],
    [null, 'Nowhere/Nothing', null],
    [null, null, null],
  ])('stated as %s, with the clock of %s, is %s', (stated, timeZone, expected) => {
    expect(homeCountryOf(stated, timeZone)).toBe(expected);
  });

  it.each([
    // By another name than the table's.
    ['Asia/Kolkata', 'IN'],
    ['Asia/Kathmandu', 'NP'],
    // Of no country.
    ['Etc/UTC', null],
    // By the table's name.
    ['Europe/Samara', 'RU'],
  ])('asks the browser once about %s', (timeZone, country) => {
    const asked = vi.spyOn(Intl, 'DateTimeFormat');
    for (let time = 0; time < 3; time += 1) {
      expect(homeCountryOf(null, timeZone)).toBe(country);
    }
    expect(asked).toHaveBeenCalledOnce();
  });

  it('compares a zone with all others once, where the browser has the newer names', () => {
    const asked = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function named(_, options) {
      const { timeZone = '' } = options ?? {};
      const name = timeZone === 'Asia/Saigon' ? 'Asia/Ho_Chi_Minh' : timeZone;
      return { resolvedOptions: () => ({ timeZone: name }) } as Intl.DateTimeFormat;
    });
    expect(homeCountryOf(null, 'Asia/Ho_Chi_Minh')).toBe('VN');
    const once = asked.mock.calls.length;
    expect(homeCountryOf(null, 'Asia/Ho_Chi_Minh')).toBe('VN');
    expect(asked.mock.calls).toHaveLength(once);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});
