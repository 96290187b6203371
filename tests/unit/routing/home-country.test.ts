import { describe, expect, it } from 'vitest';
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
});
