import { describe, expect, it } from 'vitest';
import { catalog } from '../../../lib/catalog/index.ts';
import type { Place } from '../../../lib/routing/observation.ts';
import {
  connectionsEndNearby,
  isTooFastForHome,
  kilometresBetween,
} from '../../../lib/routing/physics.ts';
import { aLine, aRouting, fromSingapore } from '../../helpers/routing.ts';

const at = (latitude: number, longitude: number): Place => ({ country: 'RU', latitude, longitude });

function colo(code: string): Place {
  const { country, latitude, longitude } =
    catalog.colos.find((one) => one.code === code) ?? fail(code);
  return { country, latitude, longitude };
}

function fail(code: string): never {
  throw new Error(`no colo ${code}`);
}

function isTooFast(timeZone: string | null, from: Place, roundTripMs: number): boolean {
  return isTooFastForHome(
    aRouting({ timeZone, line: aLine({ answers: [{ from, roundTripMs }] }) }),
  );
}

/** Towns at the edges of time zones, as far as possible from the zone's city. */
const edges: [town: string, timeZone: string, Place][] = [
  ['Makhachkala', 'Europe/Moscow', at(42.98, 47.5)],
  ['Sochi', 'Europe/Moscow', at(43.6, 39.73)],
  ['Sevastopol', 'Europe/Moscow', at(44.6, 33.5)],
  ['Pskov', 'Europe/Moscow', at(57.8, 28.3)],
  ['Murmansk', 'Europe/Moscow', at(68.97, 33.08)],
  ['Naryan-Mar', 'Europe/Moscow', at(67.6, 53.0)],
  ['Kazan', 'Europe/Moscow', at(55.8, 49.1)],
  ['Orenburg', 'Asia/Yekaterinburg', at(51.8, 55.1)],
  ['Salekhard', 'Asia/Yekaterinburg', at(66.5, 66.6)],
  ['Norilsk', 'Asia/Krasnoyarsk', at(69.3, 88.2)],
  ['Kyzyl', 'Asia/Krasnoyarsk', at(51.7, 94.4)],
  ['Bodaibo', 'Asia/Irkutsk', at(57.9, 114.2)],
  ['Blagoveshchensk', 'Asia/Yakutsk', at(50.3, 127.5)],
  ['Tiksi', 'Asia/Yakutsk', at(71.6, 128.9)],
  ['Mirny', 'Asia/Yakutsk', at(62.5, 114.0)],
  ['Komsomolsk', 'Asia/Vladivostok', at(50.6, 137.0)],
  ['Severo-Kurilsk', 'Asia/Sakhalin', at(50.7, 156.1)],
  ['Pevek', 'Asia/Anadyr', at(69.7, 170.3)],
];

describe('an answer', () => {
  it.each(edges)('at the speed of light is never too fast for %s', (_town, timeZone, place) => {
    const wrong = catalog.colos.filter(({ code }) => {
      const light = kilometresBetween(place, colo(code)) / 100;
      return isTooFast(timeZone, colo(code), light);
    });

    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it.each([
    // 8,430 km: 84.3 ms, 10 for the zone's extent, 10 for the margin.
    ['Europe/Moscow', 'SIN', 64, true],
    ['Europe/Moscow', 'SIN', 65, false],
    ['Europe/Moscow', 'LIS', 15, true],
    ['Europe/Moscow', 'DXB', 15, true],
    ['Europe/Moscow', 'DXB', 20, false],
    ['Asia/Vladivostok', 'AMS', 40, true],
    ['Europe/Moscow', 'FRA', 1, false],
    ['Europe/Moscow', 'HEL', 0, false],
    ['Asia/Vladivostok', 'NRT', 0, false],
    ['Europe/Amsterdam', 'SIN', 1, false],
    ['UTC', 'SIN', 1, false],
    [null, 'SIN', 1, false],
  ])('to a clock in %s from %s within %i ms is too fast: %s', (timeZone, code, ms, expected) => {
    expect(isTooFast(timeZone, colo(code), ms)).toBe(expected);
  });

  it('from far away within the country is no evidence of being abroad', () => {
    expect(isTooFast('Asia/Vladivostok', at(55.8, 37.6), 5)).toBe(false);
  });

  it('is no evidence where another country is home', () => {
    const home = { country: 'SG', languages: ['en'], cities: [] };
    const line = aLine({ answers: [{ from: colo('EZE'), roundTripMs: 1 }] });

    expect(isTooFastForHome(aRouting({ home, line }))).toBe(false);
  });

  it('is enough by itself', () => {
    const late = fromSingapore(300);

    expect(isTooFastForHome(aRouting({ line: aLine({ answers: [late] }) }))).toBe(false);
    expect(isTooFastForHome(aRouting({ line: aLine({ answers: [late, fromSingapore(5)] }) }))).toBe(
      true,
    );
  });
});

it.each([
  [at(55.8, 37.6), at(55.8, 37.6), 0, 0],
  [at(0, 0), at(0, 180), 20_015, 1],
  [at(90, 0), at(0, 77), 10_007, 1],
  [at(55.75, 37.62), at(52.37, 4.9), 2_147, 5],
  [at(0, 179), at(0, -179), 222, 1],
])('from %o to %o it is %i km', (one, other, expected, within) => {
  expect(Math.abs(kilometresBetween(one, other) - expected)).toBeLessThanOrEqual(within);
});

it.each([
  [[], false],
  [[true], false],
  [[true, true], true],
  [[true, true, false], false],
  [[true, true, true, false], true],
  [[false, false], false],
])('connections of which it is told %j end nearby: %s', (seen, expected) => {
  expect(connectionsEndNearby(seen)).toBe(expected);
});
