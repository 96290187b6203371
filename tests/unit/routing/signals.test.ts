import { describe, expect, it } from 'vitest';
import type { EchoAnswer, RoutingObservation } from '../../../lib/routing/observation.ts';
import { signalsOf } from '../../../lib/routing/signals.ts';
import { aLine, anEcho, aRouting, fromSingapore } from '../../helpers/routing.ts';

const twice = (told: Partial<EchoAnswer>): EchoAnswer[] => [
  anEcho({ id: 'one', ...told }),
  anEcho({ id: 'two', ...told }),
];
const atHome = twice({ country: 'RU' });
const abroad = twice({ country: 'NL' });
const domestic = (exit: number) => anEcho({ group: 'domestic', country: null, exit });
const nearby = fromSingapore(5);
const silent = { timeZone: null, languages: [] };

/** Formats each signal as `id: kind, points, strength`. */
function seenIn(seen: Partial<RoutingObservation>, changedServices = 0): string[] {
  return signalsOf(aRouting({ ...silent, ...seen }), changedServices).map(
    ({ id, kind, points, strength }) => `${id}: ${kind}, ${points}, ${strength}`,
  );
}

const home = 'exit-at-home: exit, direct, weak';
const away = 'exit-abroad: exit, vpn, weak';

describe('the exit', () => {
  it.each<[string, EchoAnswer[], string]>([
    ['at home', atHome, home],
    ['abroad', abroad, away],
    ['unknown from one echo', [anEcho()], 'few-echoes: exit, none, weak'],
    ['unknown without echoes', [], 'few-echoes: exit, none, weak'],
    [
      'contradictory',
      [anEcho({ country: 'NL' }), anEcho({ country: 'DE' })],
      'echoes-disagree: exit, none, weak',
    ],
    [
      'different for each address family',
      [anEcho({ country: 'NL' }), anEcho({ country: 'RU', family: 6 })],
      'families-differ: exit, split, weak',
    ],
    [
      'different for each address family, however few speak for one of them',
      [anEcho({ country: 'NL' }), ...[1, 2, 3].map(() => anEcho({ country: 'RU', family: 6 }))],
      'families-differ: exit, split, weak',
    ],
    [
      'contradictory within an address family',
      [anEcho({ country: 'NL' }), anEcho({ country: 'RU' }), anEcho({ country: 'RU', family: 6 })],
      'echoes-disagree: exit, none, weak',
    ],
    [
      'unknown from one echo of each family',
      [anEcho({ country: null }), anEcho({ country: 'RU', family: 6 })],
      'few-echoes: exit, none, weak',
    ],
  ])('is %s', (_where, echoes, expected) => {
    expect(seenIn({ echoes })).toEqual([expected]);
  });
});

describe('signals besides the exit', () => {
  it.each<[string, Partial<RoutingObservation>, string[]]>([
    [
      'a clock set to its country',
      { echoes: atHome, timeZone: 'Europe/Moscow' },
      [home, 'clock-there: settings, direct, weak'],
    ],
    [
      'a clock set elsewhere',
      { echoes: abroad, timeZone: 'Europe/Moscow' },
      [away, 'clock-elsewhere: settings, vpn, weak'],
    ],
    ['a clock that could be either', { echoes: abroad, timeZone: 'Europe/Berlin' }, [away]],
    [
      'a clock, and no country',
      { echoes: [], timeZone: 'Europe/Moscow' },
      ['few-echoes: exit, none, weak'],
    ],
    [
      'a stated home in the exit’s country',
      { echoes: abroad, statedHome: 'NL', timeZone: 'Europe/Moscow' },
      ['exit-at-home: exit, direct, weak', 'home-there: settings, direct, strong'],
    ],
    [
      'a stated home elsewhere',
      { echoes: abroad, statedHome: 'RU', timeZone: 'Europe/Berlin' },
      [away, 'home-elsewhere: settings, vpn, strong'],
    ],
    [
      'a stated home elsewhere, like the clock',
      { echoes: abroad, statedHome: 'RU', timeZone: 'Europe/Moscow' },
      [away, 'home-elsewhere: settings, vpn, strong', 'clock-elsewhere: settings, vpn, weak'],
    ],
    [
      'a stated home that the clock contradicts',
      { echoes: abroad, statedHome: 'RU', timeZone: 'Europe/Amsterdam' },
      [away, 'home-elsewhere: settings, vpn, strong', 'clock-at-exit: settings, direct, weak'],
    ],
    [
      'a stated home, and no country',
      { echoes: [], statedHome: 'RU', timeZone: 'Europe/Moscow' },
      ['few-echoes: exit, none, weak'],
    ],
    [
      'a home of which nothing is known, and its neighbour’s language',
      { echoes: abroad, statedHome: 'MN', languages: ['ru'] },
      [away, 'home-elsewhere: settings, vpn, strong'],
    ],
    [
      'a home of which much is known',
      {
        echoes: [...abroad, domestic(1)],
        statedHome: 'RU',
        languages: ['ru'],
        canariesOpen: [false, false],
        homeOnlyOpen: [true, true],
      },
      [
        away,
        'home-elsewhere: settings, vpn, strong',
        'language-of-home: settings, vpn, weak',
        'canaries-blocked: filter, direct, weak',
        'home-only-opens: home-only, split, weak',
        'exits-differ: comparison, split, strong',
      ],
    ],
    [
      'the language of home, abroad',
      { echoes: abroad, languages: ['RU-ru'] },
      [away, 'language-of-home: settings, vpn, weak'],
    ],
    ['another first language, abroad', { echoes: abroad, languages: ['nl', 'ru'] }, [away]],
    ['the language of home, at home', { echoes: atHome, languages: ['ru'] }, [home]],
    [
      'a data centre',
      { echoes: twice({ network: 'hosting' }) },
      [home, 'network-hosting: network, vpn, weak'],
    ],
    [
      'a relay',
      { echoes: twice({ network: 'relay' }) },
      [home, 'network-relay: network, none, weak'],
    ],
    [
      'an access network',
      { echoes: twice({ network: 'access' }) },
      [home, 'network-access: network, direct, weak'],
    ],
    ['a tunnel', { echoes: twice({ tunnel: 'warp' }) }, [home, 'tunnel-warp: tunnel, vpn, strong']],
    [
      'a gateway',
      { echoes: twice({ tunnel: 'gateway' }) },
      [home, 'tunnel-gateway: tunnel, none, weak'],
    ],
    ['no tunnel', { echoes: twice({ tunnel: 'none' }) }, [home, 'tunnel-none: tunnel, none, weak']],
    [
      'canaries that are blocked',
      { echoes: atHome, canariesOpen: [false, false] },
      [home, 'canaries-blocked: filter, direct, weak'],
    ],
    [
      'canaries that open at home',
      { echoes: atHome, canariesOpen: [true, true] },
      [home, 'canaries-open: filter, none, weak'],
    ],
    [
      'canaries that open abroad',
      { echoes: abroad, canariesOpen: [true, true, false, true] },
      [away, 'canaries-open: filter, vpn, weak'],
    ],
    [
      'canaries mostly blocked',
      { echoes: abroad, canariesOpen: [false, true, false, false] },
      [away, 'canaries-blocked: filter, direct, weak'],
    ],
    [
      'canaries of both kinds',
      { echoes: abroad, canariesOpen: [true, true, false, false] },
      [away],
    ],
    ['one canary', { echoes: abroad, canariesOpen: [true] }, [away]],
    [
      'home-only sites that refuse, abroad',
      { echoes: abroad, homeOnlyOpen: [false, false] },
      [away, 'home-only-refuses: home-only, vpn, weak'],
    ],
    [
      'home-only sites that refuse, at home',
      { echoes: atHome, homeOnlyOpen: [false, false] },
      [home, 'home-only-refuses: home-only, none, weak'],
    ],
    [
      'home-only sites that open, abroad',
      { echoes: abroad, homeOnlyOpen: [true, true] },
      [away, 'home-only-opens: home-only, split, weak'],
    ],
    [
      'home-only sites that open, at home',
      { echoes: atHome, homeOnlyOpen: [true, true] },
      [home, 'home-only-opens: home-only, direct, weak'],
    ],
    [
      'the same exit for domestic sites',
      { echoes: [...abroad, domestic(0)] },
      [away, 'exits-same: comparison, none, weak'],
    ],
    [
      'another exit for domestic sites, abroad',
      { echoes: [...abroad, domestic(1)] },
      [away, 'exits-differ: comparison, split, strong'],
    ],
    [
      'another exit for domestic sites, at home',
      { echoes: [...atHome, domestic(1)] },
      [home, 'exits-differ: comparison, none, weak'],
    ],
    [
      'reserved addresses',
      { echoes: atHome, fakeAddresses: 'reserved' },
      [home, 'addresses-reserved: addresses, vpn, strong'],
    ],
    [
      'private addresses',
      { echoes: atHome, fakeAddresses: 'private' },
      [home, 'addresses-private: addresses, vpn, weak'],
    ],
    [
      'an address that unrelated operators share',
      { echoes: atHome, sharesAddress: true },
      [home, 'addresses-shared: shared, split, weak'],
    ],
    [
      'an exit of Tor',
      { echoes: [...atHome, anEcho({ country: null, tunnel: 'tor' })] },
      [home, 'tunnel-tor: tunnel, vpn, strong'],
    ],
    [
      'an answer that was too fast for home, in place of the clock',
      { echoes: abroad, timeZone: 'Europe/Moscow', line: aLine({ answers: [nearby] }) },
      [away, 'answers-too-fast-for-home: distance, direct, strong'],
    ],
    [
      'connections that end nearby',
      { echoes: abroad, line: aLine({ endsNearby: [true, true] }) },
      [away, 'connections-end-nearby: connection, vpn, weak'],
    ],
    [
      'a proxy, abroad',
      { echoes: abroad, line: aLine({ proxy: 'http' }) },
      [away, 'browser-proxy: proxy, vpn, strong'],
    ],
    [
      'a proxy, at home',
      { echoes: atHome, line: aLine({ proxy: 'socks' }) },
      [home, 'browser-proxy: proxy, none, strong'],
    ],
    [
      'calls that leave from the same address',
      { echoes: abroad, callExit: 'same' },
      [away, 'calls-same: calls, none, weak'],
    ],
    [
      'calls that leave from another address, abroad',
      { echoes: abroad, callExit: 'different' },
      [away, 'calls-differ: calls, vpn, weak'],
    ],
    [
      'calls that leave from another address, at home',
      { echoes: atHome, callExit: 'different' },
      [home, 'calls-differ: calls, none, weak'],
    ],
    [
      'calls, and no country',
      { echoes: [], callExit: 'different' },
      ['few-echoes: exit, none, weak'],
    ],
    ['an exit that did not change', { echoes: atHome, exitChanged: false }, [home]],
  ])('%s', (_what, seen, expected) => {
    expect(seenIn(seen)).toEqual(expected);
  });

  it.each([
    [0, 'exit-changed: change, none, weak'],
    [1, 'exit-changed: change, none, weak'],
    [2, 'exit-changed-services: change, vpn, weak'],
    [3, 'exit-changed-services: change, vpn, weak'],
  ])('a changed exit, with %i services changing together', (services, expected) => {
    expect(seenIn({ echoes: atHome, exitChanged: true }, services)).toEqual([home, expected]);
  });
});
