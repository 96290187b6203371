import { describe, expect, it } from 'vitest';
import { countries } from '../../../lib/catalog/countries/index.ts';
import { countryZones } from '../../../lib/routing/country-zones.ts';
import { isRouteOnByDefault } from '../../../lib/routing/route-by-default.ts';
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
