import { describe, expect, it } from 'vitest';
import { countries } from '../../../lib/catalog/countries/index.ts';
import { countryZones } from '../../../lib/routing/country-zones.ts';
import { isRouteOnByDefault, strictestZone } from '../../../lib/routing/route-by-default.ts';
import { canonicalZone } from '../../../lib/routing/time-zones.ts';

const off = countries.filter(({ routeOff }) => routeOff !== undefined);
const zonesOf = (country: string) => countryZones[country]?.split(' ') ?? [];

it('is off where a VPN is punished or watched', () => {
  expect(off.map(({ country }) => country)).toEqual(['AE', 'IR', 'MM', 'TM']);
});

describe.each(off)('at home in $country', ({ country }) => {
  it('the route is not looked at, whether the person said so or the clock tells', () => {
    expect(zonesOf(country)).not.toEqual([]);
    expect(isRouteOnByDefault(country, 'Europe/Berlin')).toBe(false);
    for (const zone of zonesOf(country)) {
      expect(isRouteOnByDefault(null, zone)).toBe(false);
      // Browsers differ in which name of a zone they report.
      expect(isRouteOnByDefault(null, canonicalZone(zone))).toBe(false);
    }
  });
});

describe('elsewhere', () => {
  const others = Object.keys(countryZones).filter(
    (one) => !off.some(({ country }) => country === one),
  );

  it.each(others)('the route is looked at: %s', (country) => {
    expect(isRouteOnByDefault(country, 'Asia/Dubai')).toBe(true);
    expect(zonesOf(country).filter((zone) => !isRouteOnByDefault(null, zone))).toEqual([]);
  });

  it('the route is looked at where nothing is known', () => {
    expect(isRouteOnByDefault(null, null)).toBe(true);
    expect(isRouteOnByDefault(null, 'UTC')).toBe(true);
  });
});

describe('in the zone that Windows has for Tashkent and Ashgabat', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0';
  const linux = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

  it.each([
    ['on Windows', windows, 'Asia/Tashkent', false],
    ['on another system', linux, 'Asia/Tashkent', true],
    ['on Windows, in another zone', windows, 'Asia/Almaty', true],
  ])('%s', (_case, userAgent, timeZone, isOn) => {
    expect(isRouteOnByDefault(null, strictestZone(timeZone, userAgent))).toBe(isOn);
  });

  it('the person’s word goes before', () => {
    expect(isRouteOnByDefault('UZ', strictestZone('Asia/Tashkent', windows))).toBe(true);
  });
});
