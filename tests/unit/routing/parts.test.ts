import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countries } from '../../../lib/routing/countries.ts';
import { countryZones } from '../../../lib/routing/country-zones.ts';
import { domesticExit, exitOf } from '../../../lib/routing/exit.ts';
import { fakeAddressesOf } from '../../../lib/routing/fake-addresses.ts';
import { homeCountryOf } from '../../../lib/routing/home-country.ts';
import { clockAgainst } from '../../../lib/routing/time-zones.ts';
import { windowsZones } from '../../../lib/routing/windows-zones.ts';
import { renderZones } from '../../../scripts/zones/render.ts';
import { anEcho } from '../../helpers/routing.ts';

describe('the table of zones', () => {
  it('is what its script writes', () => {
    const table = readFileSync('lib/routing/zones-by-area.ts', 'utf8');

    expect(table).toBe(renderZones());
  });

  it('holds zones of nearly all countries, and none that the engine does not know', () => {
    const without = countries.filter((country) => countryZones[country] === undefined);
    const zones = Object.values(countryZones).flatMap((listed) => listed.split(' '));

    // Two islands on which nobody lives, and Kosovo, which shares Belgrade's.
    expect(without).toEqual(['BV', 'HM', 'XK']);
    expect(() =>
      zones.map((timeZone) => new Intl.DateTimeFormat('en', { timeZone })),
    ).not.toThrow();
  });
});

describe('the clock', () => {
  const winter = new Date('2026-01-15T12:00:00Z');
  const summer = new Date('2026-07-15T12:00:00Z');

  const clocks = [
    ['Europe/Amsterdam', 'NL', winter, 'there'],
    ['Europe/Moscow', 'NL', winter, 'elsewhere'],
    ['Asia/Vladivostok', 'RU', winter, 'there'],
    // The same offset, but a zone of home.
    ['Europe/Moscow', 'TR', winter, 'elsewhere'],
    // A neighbour's zone with the same offset.
    ['Europe/Berlin', 'NL', winter, null],
    ['Europe/Minsk', 'RU', winter, null],
    ['Europe/Helsinki', 'BY', summer, null],
    ['Europe/Helsinki', 'BY', winter, 'elsewhere'],
    // One zone under two names.
    ['Europe/Kyiv', 'UA', winter, 'there'],
    ['Europe/Kiev', 'UA', winter, 'there'],
    ['UTC', 'NL', winter, null],
    ['Etc/GMT-3', 'NL', winter, null],
    ['Nowhere/Land', 'NL', winter, null],
    ['Europe/Moscow', 'ZZ', winter, null],
  ] as const;

  it.each(clocks)('in %s, seen from %s', (zone, exit, at, expected) => {
    expect(clockAgainst(zone, { exit, home: 'RU', at })).toBe(expected);
  });

  // Windows calls its zone by the name of the largest country, where the region setting is none of them.
  const onWindows = [
    ['Europe/Budapest', 'HU', 'RS', null],
    ['Europe/Kiev', 'UA', 'FI', null],
    ['Europe/Kyiv', 'UA', 'LV', null],
    ['Europe/Paris', 'FR', 'ES', null],
    ['Asia/Tashkent', 'UZ', 'TM', null],
    ['America/New_York', 'US', 'CA', null],
    // The same offset, but another zone of Windows.
    ['Europe/Kiev', 'UA', 'RO', 'elsewhere'],
    ['Europe/Budapest', 'HU', 'PL', 'elsewhere'],
    ['Europe/Moscow', 'RU', 'TR', 'elsewhere'],
    ['Europe/Istanbul', 'TR', 'RU', 'elsewhere'],
    // Windows says so only where its region setting is Finland.
    ['Europe/Helsinki', 'FI', 'EE', 'elsewhere'],
  ] as const;

  it.each(onWindows)('in %s, at home in %s, seen from %s', (zone, home, exit, expected) => {
    expect(clockAgainst(zone, { exit, home, at: winter })).toBe(expected);
  });
});

describe('the zones of Windows', () => {
  const entries = Object.entries(windowsZones).map(([zone, text]) => ({ zone, text }));
  // British Columbia keeps the time of Los Angeles in summer alone.
  const seasons = ['2026-07-01T12:00:00Z', '2026-12-01T12:00:00Z'].map((day) => new Date(day));

  it.each(entries)('are of countries that keep the time of $zone', ({ zone, text }) => {
    const home = homeCountryOf(null, zone);
    const elsewhere = text
      .split(' ')
      .filter((exit) => seasons.every((at) => clockAgainst(zone, { exit, home, at }) !== null));

    expect(elsewhere).toEqual([]);
  });

  it('are of countries that are known', () => {
    const codes = Object.values(windowsZones).flatMap((text) => text.split(' '));

    expect(codes.filter((code) => countryZones[code] === undefined)).toEqual([]);
  });
});

describe('the country of the exit', () => {
  it.each([
    [['NL', 'NL'], 'NL'],
    [['NL'], null],
    [[], null],
    [['NL', 'RU'], null],
    [['NL', 'NL', 'RU'], null],
    [['NL', 'NL', 'NL', 'RU'], 'NL'],
    [['NL', 'NL', 'NL', 'RU', 'DE'], null],
    [['RU', 'NL', 'NL', 'NL'], 'NL'],
  ])('where echoes say %j is %s', (told, country) => {
    expect(exitOf(told.map((one) => anEcho({ country: one }))).country).toBe(country);
  });

  it('does not follow from domestic echoes', () => {
    const echoes = [anEcho(), anEcho({ group: 'domestic' })];

    expect(exitOf(echoes).country).toBeNull();
  });
});

it('has neither network nor tunnel where echoes contradict each other', () => {
  const echoes = [anEcho({ asn: 1, tunnel: 'none' }), anEcho({ asn: 2, tunnel: 'warp' })];

  expect(exitOf(echoes)).toMatchObject({ asn: null, tunnel: null });
});

describe('the exit that domestic echoes see', () => {
  const domestic = anEcho({ group: 'domestic', exit: 1 });

  it.each([
    ['the same', [anEcho({ exit: 1 }), domestic], 'same'],
    ['another', [anEcho(), anEcho(), domestic], 'other'],
    ['not comparable with a changing one', [anEcho(), anEcho({ exit: 2 }), domestic], null],
    ['not comparable with one of the other family', [anEcho({ family: 6 }), domestic], null],
    ['unknown without a domestic echo', [anEcho()], null],
    ['unknown without a foreign echo', [domestic], null],
    ['the same as one of a changing pool', [anEcho(), anEcho({ exit: 1 }), domestic], 'same'],
    [
      'another, whatever the exit of the other family',
      [anEcho(), anEcho({ family: 6, exit: 3 }), domestic],
      'other',
    ],
    [
      'the same where only one domestic echo sees the same',
      [anEcho({ exit: 1 }), domestic, anEcho({ group: 'domestic', exit: 2 })],
      'same',
    ],
    [
      'another in the only family that foreign echoes report',
      [anEcho(), domestic, anEcho({ group: 'domestic', family: 6, exit: 0 })],
      'other',
    ],
    [
      'not comparable where one family has a changing one',
      [
        anEcho(),
        anEcho({ family: 6, exit: 3 }),
        anEcho({ family: 6, exit: 4 }),
        domestic,
        anEcho({ group: 'domestic', family: 6, exit: 5 }),
      ],
      null,
    ],
  ])('is %s', (_case, echoes, expected) => {
    expect(domesticExit(echoes)).toBe(expected);
  });
});

it.each([
  [['203.0.113.9', '95.24.1.2'], 'private'],
  [['95.24.1.2', '2a00:1450::5'], 'none'],
  [['198.18.0.7', '10.0.0.1'], 'reserved'],
  [['198.19.255.255'], 'reserved'],
  [['198.20.0.1'], 'none'],
  [['100.64.0.1'], 'private'],
  [['fd00::1'], 'private'],
  [['64:ff9b::5f18:102', '64:ff9b:1::5f18:103'], 'none'],
  [['64:ff9b::10.0.0.1'], 'private'],
  [['64:ff9b::198.18.0.7'], 'reserved'],
  [['nothing'], 'none'],
  [[], 'none'],
])('addresses %j are fake: %s', (addresses, expected) => {
  expect(fakeAddressesOf(addresses)).toBe(expected);
});
