import { describe, expect, it } from 'vitest';
import { hasSignOfDetour } from '../../../lib/routing/detour-signs.ts';
import type { RoutingObservation } from '../../../lib/routing/observation.ts';
import { aLine, anEcho, aRouting } from '../../helpers/routing.ts';

const home = { echoes: [anEcho({ id: 'one' }), anEcho({ id: 'two' })] };

describe('a sign of a detour', () => {
  it('is not seen on a direct line at home', () => {
    expect(hasSignOfDetour(aRouting(home))).toBe(false);
  });

  it.each([
    ['the proxy of a workplace', aLine({ proxy: 'http' })],
    ['connections that end near by, as at a virus scanner', aLine({ endsNearby: [true, true] })],
  ])('is not %s with an exit at home', (_case, line) => {
    const seen = { ...home, line };

    expect(hasSignOfDetour(aRouting(seen))).toBe(false);
  });

  it('is not seen where nothing is known, or only that connections end near by', () => {
    expect(hasSignOfDetour(aRouting({ echoes: [] }))).toBe(false);
    expect(hasSignOfDetour(aRouting({ line: aLine({ endsNearby: [true, true] }) }))).toBe(false);
  });

  it.each<[string, Partial<RoutingObservation>]>([
    ['an exit abroad', { echoes: ['one', 'two'].map((id) => anEcho({ id, country: 'NL' })) }],
    ['one echo service that sees an exit abroad', { echoes: [anEcho({ country: 'NL' })] }],
    ['an exit in a data centre at home', { echoes: [anEcho({ network: 'hosting' })] }],
    ['a tunnel that the trace tells', { echoes: [anEcho({ tunnel: 'warp' })] }],
    ['addresses of a program on this computer', { ...home, fakeAddresses: 'reserved' }],
    ['one address of unrelated operators', { ...home, sharesAddress: true }],
    ['an exit of Tor', { echoes: [anEcho({ country: null, tunnel: 'tor' })] }],
    ['a proxy, where the exit is not known', { line: aLine({ proxy: 'socks' }) }],
  ])('is %s', (_case, seen) => {
    expect(hasSignOfDetour(aRouting(seen))).toBe(true);
  });

  it.each([
    // It may be home: its platforms look where their callers come from.
    ['RU', false],
    ['NL', true],
  ])('where no home is known, an exit in %s: %s', (country, expected) => {
    const echoes = ['one', 'two'].map((id) => anEcho({ id, country }));
    const unknown = { country: null, languages: [], cities: [] };

    expect(hasSignOfDetour(aRouting({ echoes, home: unknown, timeZone: 'UTC' }))).toBe(expected);
  });

  it('is no exit in the country that the person named as home', () => {
    const echoes = ['one', 'two'].map((id) => anEcho({ id, country: 'DE' }));
    const timeZone = 'Europe/Berlin';

    expect(hasSignOfDetour(aRouting({ echoes, timeZone, statedHome: 'DE' }))).toBe(false);
    expect(hasSignOfDetour(aRouting({ echoes, timeZone }))).toBe(true);
  });
});
