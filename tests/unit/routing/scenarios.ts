import { catalogFor } from '../../../lib/catalog/index.ts';
import type { RoutingVerdict } from '../../../lib/model/route.ts';
import type { Confidence } from '../../../lib/model/state.ts';
import type { EchoAnswer, RoutingObservation } from '../../../lib/routing/observation.ts';
import { aLine, anEcho, fromSingapore } from '../../helpers/routing.ts';

/** A route, and the honest suggestions about it. Written before the code's results were known. */
export interface RoutingScenario {
  name: string;
  seen: Partial<RoutingObservation>;
  /** Number of services that changed state in the same round. */
  changedServices?: number;
  verdicts: RoutingVerdict[];
  /** The highest honest confidence. */
  atMost: Confidence;
  /** The lowest useful confidence. */
  atLeast?: Confidence;
}

type Report = Partial<EchoAnswer>;

const open = [true, true];
const blocked = [false, false];

/** Three foreign echoes; two report networks, and one its operator's tunnel. */
function foreign(
  country: string,
  report: Report = {},
  trace: Report = { tunnel: 'none' },
): EchoAnswer[] {
  return [
    anEcho({ id: 'trace', country, ...report, network: null, asn: null, ...trace }),
    anEcho({ id: 'one', country, ...report }),
    anEcho({ id: 'two', country, ...report }),
  ];
}

function domestic(exit: number, report: Report = {}): EchoAnswer {
  return anEcho({ id: 'domestic', group: 'domestic', country: null, exit, ...report });
}

const atHome = [...foreign('RU', { network: 'access', asn: 8402 }), domestic(0)];
const dataCentre: Report = { network: 'hosting', asn: 24940 };
const household: Report = { network: 'access', asn: 1136 };
const away = { timeZone: 'Europe/Amsterdam', languages: ['nl-NL'] };

export const routingScenarios: RoutingScenario[] = [
  // Directly, at home.
  {
    name: 'a household behind the filters',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a household with an unknown network',
    seen: { echoes: [...foreign('RU'), domestic(0)], canariesOpen: blocked, homeOnlyOpen: open },
    verdicts: ['direct'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'a network without filters',
    seen: { echoes: atHome, canariesOpen: open, homeOnlyOpen: open },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a household whose resolver gives the address of a proxy for messengers',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, sharesAddress: true },
    verdicts: ['split', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a household behind such a resolver, with filters that let the canaries through',
    seen: { echoes: atHome, canariesOpen: open, sharesAddress: true },
    verdicts: ['split', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'all traffic through Tor',
    seen: {
      echoes: foreign('NL', { network: 'hosting' }, { country: null, tunnel: 'tor' }),
      canariesOpen: open,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'Tor with exits in several countries',
    seen: {
      echoes: [
        anEcho({ country: null, tunnel: 'tor' }),
        anEcho({ country: 'NL' }),
        anEcho({ country: 'DE' }),
      ],
    },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'Tor with an exit at home',
    seen: { echoes: foreign('RU', {}, { country: null, tunnel: 'tor' }), canariesOpen: blocked },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a tunnel for IPv4 alone, beside IPv6 at home',
    seen: {
      echoes: [
        anEcho({ id: 'literal', country: 'NL', network: 'hosting', tunnel: 'none' }),
        ...foreign('RU', { family: 6, network: 'access', exit: 1 }),
      ],
      canariesOpen: blocked,
    },
    verdicts: ['split'],
    atMost: 'low',
  },
  {
    name: 'one directory that misplaces the IPv6 address of a household',
    seen: {
      echoes: [...atHome, anEcho({ country: 'DE', family: 6 }), ...foreign('RU', { family: 6 })],
      canariesOpen: blocked,
    },
    verdicts: ['direct'],
    atMost: 'high',
  },
  {
    name: 'a program that gets past the filters, with a fake address for every name',
    seen: { echoes: atHome, canariesOpen: open, homeOnlyOpen: open, fakeAddresses: 'reserved' },
    verdicts: ['direct', 'unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a program that gets past the filters for some of the canaries',
    seen: { echoes: atHome, canariesOpen: [true, false, true, false], homeOnlyOpen: open },
    verdicts: ['direct'],
    atMost: 'low',
  },
  {
    name: 'an operator with a pool of addresses',
    seen: {
      echoes: [...atHome.slice(0, 3), domestic(1)],
      canariesOpen: blocked,
      homeOnlyOpen: open,
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'a far time zone of the same country',
    seen: {
      echoes: atHome,
      canariesOpen: blocked,
      homeOnlyOpen: open,
      timeZone: 'Asia/Vladivostok',
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a browser that reports UTC',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, timeZone: 'UTC' },
    verdicts: ['direct'],
    atMost: 'low',
  },
  {
    name: 'a browser without a time zone',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, timeZone: null },
    verdicts: ['direct'],
    atMost: 'low',
  },
  {
    name: 'a rented desktop in a data centre of the same country',
    seen: {
      echoes: [...foreign('RU', { network: 'hosting', asn: 49505 }), domestic(0)],
      canariesOpen: blocked,
      homeOnlyOpen: open,
    },
    verdicts: ['direct'],
    atMost: 'medium',
  },
  {
    name: 'a telephone abroad whose SIM card exits at home',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, ...away },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a person abroad with a VPN into a data centre at home',
    seen: {
      echoes: [...foreign('RU', { network: 'hosting', asn: 49505 }), domestic(0)],
      canariesOpen: blocked,
      homeOnlyOpen: open,
      ...away,
    },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'an exit that changes within the country, without further signals',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, exitChanged: true },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'high',
  },

  // Abroad.
  {
    name: 'a person abroad',
    seen: {
      echoes: [...foreign('NL', household), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      ...away,
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'a person abroad who kept their language',
    seen: {
      echoes: [...foreign('NL', household), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      timeZone: 'Europe/Amsterdam',
    },
    verdicts: ['direct'],
    atMost: 'high',
  },
  {
    name: 'a person abroad with a neighbouring country’s time zone',
    seen: {
      echoes: [...foreign('NL', household), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      timeZone: 'Europe/Berlin',
    },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a household in Finland whose Windows, set to Russia, names its zone after Ukraine',
    seen: {
      home: catalogFor('UA').home,
      echoes: foreign('FI', household),
      timeZone: 'Europe/Kiev',
    },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a person abroad who works through a data centre there',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      ...away,
    },
    verdicts: ['direct'],
    atMost: 'low',
  },
  {
    name: 'a person abroad behind a pool of addresses',
    seen: {
      echoes: [...foreign('NL', household), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: open,
      ...away,
    },
    verdicts: ['direct'],
    atMost: 'medium',
  },
  {
    name: 'a person in a country with filters of its own',
    seen: {
      echoes: foreign('CN', { network: 'access', asn: 4134 }),
      canariesOpen: blocked,
      homeOnlyOpen: blocked,
      timeZone: 'Asia/Shanghai',
      languages: ['zh-CN'],
    },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a traveller with an unchanged clock',
    seen: {
      echoes: [...foreign('TR', { network: 'access', asn: 9121 }), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a foreign SIM card in a telephone at home',
    seen: {
      echoes: [...foreign('PL', { network: 'access', asn: 5617 }), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a person abroad with the tunnel of a large network',
    seen: {
      echoes: foreign('NL', { network: 'relay', asn: 13335 }, { tunnel: 'warp' }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
      ...away,
    },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },

  // A detour.
  {
    name: 'a VPN that carries everything',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a VPN into a country with the same time',
    seen: {
      echoes: [...foreign('TR', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'a VPN whose exit the home-only sites accept',
    seen: { echoes: [...foreign('NL', dataCentre), domestic(0)], canariesOpen: open },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'a VPN in an unknown network',
    seen: {
      echoes: [...foreign('NL'), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
  },
  {
    name: 'a VPN that was just switched on',
    seen: {
      echoes: [...foreign('FI', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      exitChanged: true,
    },
    changedServices: 4,
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a program on this computer that carries everything',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      fakeAddresses: 'reserved',
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'a VPN with a pool of exits',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
  },
  {
    name: 'a VPN with one exit for IPv4 and another for IPv6',
    seen: {
      echoes: [
        ...foreign('NL', dataCentre),
        anEcho({ id: 'six', family: 6, exit: 1, country: 'NL', ...dataCentre }),
        domestic(1, { family: 6 }),
      ],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'one of four echoes that lies',
    seen: {
      echoes: [...foreign('NL', dataCentre), anEcho({ id: 'liar', country: 'US' }), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'high',
  },
  {
    name: 'the tunnel of a large network, which stays in the country',
    seen: {
      echoes: foreign('RU', { network: 'relay', asn: 13335 }, { tunnel: 'warp' }),
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'the tunnel of a large network, reported by one echo only',
    seen: { echoes: foreign('RU', {}, { tunnel: 'warp' }), canariesOpen: blocked },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },

  // A company network or a relay.
  {
    name: 'a company’s gateway abroad',
    seen: {
      echoes: foreign('DE', { network: 'relay', asn: 13335 }, { tunnel: 'gateway' }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a company’s gateway abroad, in a data centre',
    seen: {
      echoes: foreign('DE', dataCentre, { tunnel: 'gateway' }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a company’s private line to its head office abroad',
    seen: {
      echoes: foreign('DE', { network: 'access', asn: 65000 }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a company’s gateway that routes domestic sites directly',
    seen: {
      echoes: [...foreign('DE', dataCentre, { tunnel: 'gateway' }), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['split', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a browser’s relay with an exit in the same country',
    seen: {
      echoes: [...foreign('RU', { network: 'relay', asn: 36183 }), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['unknown', 'direct'],
    atMost: 'low',
  },
  {
    name: 'a browser’s relay with an exit abroad',
    seen: {
      echoes: foreign('FI', { network: 'relay', asn: 54113 }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },

  // A split route.
  {
    name: 'split by domain',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['split'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a proxy extension with a list of exceptions',
    seen: {
      echoes: [...foreign('DE'), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['split'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'split by domain, without a result of home-only sites',
    seen: { echoes: [...foreign('NL', dataCentre), domestic(1)], canariesOpen: open },
    verdicts: ['split', 'vpn_likely'],
    atMost: 'medium',
  },
  {
    name: 'a detour for blocked sites only',
    seen: { echoes: atHome, canariesOpen: open, homeOnlyOpen: open, fakeAddresses: 'none' },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'split by protocol: IPv4 over a detour, IPv6 directly',
    seen: {
      echoes: [
        anEcho({ id: 'four', country: 'NL', ...dataCentre }),
        anEcho({ id: 'another', country: 'NL' }),
        anEcho({ id: 'six', country: 'RU', family: 6, exit: 1 }),
        domestic(1, { family: 6 }),
      ],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['unknown', 'split'],
    atMost: 'low',
  },
  {
    name: 'IPv4 and IPv6 with different addresses in the same country',
    seen: {
      echoes: [
        ...foreign('RU', { network: 'access' }),
        anEcho({ id: 'six', country: 'RU', family: 6, exit: 1 }),
        domestic(2, { family: 6 }),
      ],
      canariesOpen: blocked,
      homeOnlyOpen: open,
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },

  // The exit of calls.
  {
    name: 'a browser’s proxy abroad that calls bypass',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      callExit: 'different',
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'calls that leave from another address, and an exit abroad without further signals',
    seen: { echoes: foreign('NL'), timeZone: null, languages: [], callExit: 'different' },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a person abroad whose carrier has many addresses',
    seen: {
      echoes: [...foreign('NL', household), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      callExit: 'different',
      ...away,
    },
    verdicts: ['direct'],
    atMost: 'high',
  },
  {
    name: 'a household whose carrier has many addresses',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, callExit: 'different' },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },

  // A stated home.
  {
    name: 'a home in Russia, with a clock and an exit abroad',
    seen: {
      statedHome: 'RU',
      echoes: [...foreign('NL', household), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      ...away,
    },
    verdicts: ['unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a home in Russia, with a clock abroad and a data centre there',
    seen: {
      statedHome: 'RU',
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      ...away,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'a home in Russia and a VPN, with the clock of home',
    seen: {
      statedHome: 'RU',
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a home in Russia and a VPN, with a clock in UTC',
    seen: {
      statedHome: 'RU',
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      timeZone: 'UTC',
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'a home in Russia behind the filters, with a clock in UTC',
    seen: {
      statedHome: 'RU',
      echoes: atHome,
      canariesOpen: blocked,
      homeOnlyOpen: open,
      timeZone: 'UTC',
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'a home in the Netherlands, with an unchanged clock',
    seen: {
      statedHome: 'NL',
      echoes: [...foreign('NL', household), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['direct'],
    atMost: 'medium',
  },
  {
    name: 'a home in the Netherlands, and a data centre there',
    seen: {
      statedHome: 'NL',
      echoes: foreign('NL', dataCentre),
    },
    verdicts: ['unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a home in the Netherlands and a VPN',
    seen: {
      statedHome: 'NL',
      echoes: foreign('DE', dataCentre),
      ...away,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
  },
  {
    name: 'a home in Kazakhstan',
    seen: {
      statedHome: 'KZ',
      echoes: foreign('KZ', { network: 'access', asn: 9198 }),
      canariesOpen: blocked,
      timeZone: 'Asia/Almaty',
    },
    verdicts: ['direct'],
    atMost: 'medium',
  },
  {
    name: 'a home in Kazakhstan, seen from behind the filters of Russia',
    seen: {
      statedHome: 'KZ',
      echoes: foreign('RU', { network: 'access' }),
      canariesOpen: blocked,
      timeZone: 'Asia/Almaty',
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },

  // Too few signals, or contradictory ones.
  {
    name: 'offline',
    seen: {},
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'every foreign echo is blocked',
    seen: { echoes: [domestic(0)], canariesOpen: blocked, homeOnlyOpen: open },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'a single foreign echo answers',
    seen: {
      echoes: [anEcho({ country: 'NL', ...dataCentre }), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'two foreign echoes, one of which lies',
    seen: {
      echoes: [anEcho({ id: 'one', country: 'NL' }), anEcho({ id: 'two', country: 'RU' })],
      canariesOpen: open,
    },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'an exit that changes during the round',
    seen: {
      echoes: [
        anEcho({ id: 'one', country: 'RU', exit: 0 }),
        anEcho({ id: 'two', country: 'RU', exit: 0 }),
        anEcho({ id: 'three', country: 'NL', exit: 1 }),
        anEcho({ id: 'four', country: 'NL', exit: 1 }),
      ],
      exitChanged: null,
    },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'a VPN whose exit has the same filters',
    seen: {
      echoes: foreign('BY', dataCentre),
      canariesOpen: blocked,
      homeOnlyOpen: open,
      timeZone: 'Europe/Moscow',
    },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'a geolocation database that places a domestic address abroad',
    seen: {
      echoes: [...foreign('KZ', { network: 'access' }), domestic(0)],
      canariesOpen: blocked,
      homeOnlyOpen: open,
    },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'a foreign exit and nothing else',
    seen: { echoes: foreign('NL', {}, {}), timeZone: null, languages: [] },
    verdicts: ['unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a foreign exit and the clock of home',
    seen: { echoes: foreign('NL', {}, {}) },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a foreign exit and a browser that reports UTC',
    seen: {
      echoes: foreign('NL', household),
      canariesOpen: open,
      homeOnlyOpen: blocked,
      timeZone: 'UTC',
    },
    verdicts: ['unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a workplace where names resolve to private addresses',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, fakeAddresses: 'private' },
    verdicts: ['direct'],
    atMost: 'high',
  },

  // Evidence of the line itself.
  {
    name: 'a person abroad with the clock of home, with answers too fast for home',
    seen: {
      echoes: [...foreign('SG', { network: 'access', asn: 9506 }), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      line: aLine({ answers: [fromSingapore(8)] }),
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'the same person behind a server there',
    seen: {
      echoes: [...foreign('SG', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      line: aLine({ answers: [fromSingapore(90), fromSingapore(8)] }),
    },
    verdicts: ['direct'],
    atMost: 'low',
  },
  {
    name: 'a VPN into a distant country, with slow answers',
    seen: {
      echoes: [...foreign('SG', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      line: aLine({ answers: [fromSingapore(190)] }),
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'a VPN with answers of unknown origin',
    seen: {
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
      line: aLine({ answers: [] }),
    },
    verdicts: ['vpn_likely'],
    atMost: 'high',
    atLeast: 'high',
  },
  {
    name: 'answers too fast for the clock’s city, with an exit at home',
    seen: {
      echoes: atHome,
      canariesOpen: blocked,
      homeOnlyOpen: open,
      line: aLine({ answers: [fromSingapore(8)] }),
    },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'fast answers for a clock in UTC',
    seen: {
      echoes: foreign('SG', household),
      canariesOpen: open,
      homeOnlyOpen: blocked,
      timeZone: 'UTC',
      line: aLine({ answers: [fromSingapore(8)] }),
    },
    verdicts: ['unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'connections that end nearby, and a foreign exit',
    seen: {
      echoes: foreign('NL', {}, {}),
      timeZone: null,
      languages: [],
      line: aLine({ endsNearby: [true, true, true] }),
    },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'connections that end nearby, without further signals',
    seen: { line: aLine({ endsNearby: [true, true, true] }) },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'a household with a satellite dish that accepts connections',
    seen: {
      echoes: atHome,
      canariesOpen: blocked,
      homeOnlyOpen: open,
      line: aLine({ answers: [fromSingapore(640)], endsNearby: [true, true, true, true] }),
    },
    verdicts: ['direct'],
    atMost: 'high',
    atLeast: 'medium',
  },
  {
    name: 'a virus scanner that accepts connections, without filters',
    seen: {
      echoes: atHome,
      canariesOpen: open,
      homeOnlyOpen: open,
      line: aLine({ endsNearby: [true, true, true] }),
    },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a browser set to a proxy abroad',
    seen: {
      echoes: foreign('NL', {}, {}),
      timeZone: null,
      languages: [],
      line: aLine({ proxy: 'socks' }),
    },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a workplace’s proxy at home',
    seen: {
      echoes: atHome,
      canariesOpen: blocked,
      homeOnlyOpen: open,
      line: aLine({ proxy: 'http' }),
    },
    verdicts: ['direct'],
    atMost: 'high',
  },
];
