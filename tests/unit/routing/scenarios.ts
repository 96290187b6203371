import type { RoutingVerdict } from '../../../lib/model/route.ts';
import type { Confidence } from '../../../lib/model/state.ts';
import type { EchoAnswer, RoutingObservation } from '../../../lib/routing/observation.ts';
import { aLine, anEcho, fromSingapore } from '../../helpers/routing.ts';

/** Where traffic goes, and what may honestly be suggested of it. Written before the code's answers. */
export interface RoutingScenario {
  name: string;
  seen: Partial<RoutingObservation>;
  /** How many services came to another state in the same round. */
  changedServices?: number;
  verdicts: RoutingVerdict[];
  /** The surest that may be said. */
  atMost: Confidence;
  /** The least sure that is of use. */
  atLeast?: Confidence;
}

type Told = Partial<EchoAnswer>;

const open = [true, true];
const blocked = [false, false];

/** Three foreign services of which one knows networks and one its operator's tunnel. */
function foreign(country: string, told: Told = {}, trace: Told = { tunnel: 'none' }): EchoAnswer[] {
  return [
    anEcho({ id: 'trace', country, ...told, network: null, asn: null, ...trace }),
    anEcho({ id: 'one', country, ...told }),
    anEcho({ id: 'two', country, ...told }),
  ];
}

function domestic(exit: number, told: Told = {}): EchoAnswer {
  return anEcho({ id: 'domestic', group: 'domestic', country: null, exit, ...told });
}

const atHome = [...foreign('RU', { network: 'access', asn: 8402 }), domestic(0)];
const dataCentre: Told = { network: 'hosting', asn: 24940 };
const household: Told = { network: 'access', asn: 1136 };
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
    name: 'a household of whose network nobody tells',
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
    name: 'a browser that says its clock is UTC',
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
    name: 'a telephone abroad whose card leads home',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, ...away },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'someone abroad who comes home through a data centre',
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
    name: 'the exit changes within the country, and nothing else with it',
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
    name: 'a person abroad who kept the language',
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
    name: 'a person abroad whose computer says a neighbour’s time zone',
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
    name: 'a foreign card in a telephone at home',
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

  // By a detour.
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
    name: 'a VPN into a country of the same hour',
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
    name: 'a VPN whose exit the home-only sites do not mind',
    seen: { echoes: [...foreign('NL', dataCentre), domestic(0)], canariesOpen: open },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
    atLeast: 'medium',
  },
  {
    name: 'a VPN in a network of which nobody tells',
    seen: {
      echoes: [...foreign('NL'), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
  },
  {
    name: 'a VPN that is switched on',
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
    name: 'a VPN that carries IPv6 too, and each family comes out of its own exit',
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
    name: 'the tunnel of a large network, told by nobody else',
    seen: { echoes: foreign('RU', {}, { tunnel: 'warp' }), canariesOpen: blocked },
    verdicts: ['vpn_likely'],
    atMost: 'low',
  },

  // A company, a relay.
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
    name: 'a company’s own line to its head office abroad',
    seen: {
      echoes: foreign('DE', { network: 'access', asn: 65000 }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a company’s gateway that lets domestic sites out at home',
    seen: {
      echoes: [...foreign('DE', dataCentre, { tunnel: 'gateway' }), domestic(1)],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['split', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'a browser’s relay that comes out in the same country',
    seen: {
      echoes: [...foreign('RU', { network: 'relay', asn: 36183 }), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: open,
    },
    verdicts: ['unknown', 'direct'],
    atMost: 'low',
  },
  {
    name: 'a browser’s relay that comes out abroad',
    seen: {
      echoes: foreign('FI', { network: 'relay', asn: 54113 }),
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },

  // Two ways at once.
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
    name: 'split by domain, of which the home-only sites tell nothing',
    seen: { echoes: [...foreign('NL', dataCentre), domestic(1)], canariesOpen: open },
    verdicts: ['split', 'vpn_likely'],
    atMost: 'medium',
  },
  {
    name: 'only what is blocked goes by a detour',
    seen: { echoes: atHome, canariesOpen: open, homeOnlyOpen: open, fakeAddresses: 'none' },
    verdicts: ['direct', 'unknown'],
    atMost: 'low',
  },
  {
    name: 'split by protocol: IPv4 by a detour, IPv6 directly',
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

  // The way of calls.
  {
    name: 'a proxy in the browser abroad, past which calls leave at home',
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
    name: 'calls that leave from elsewhere, and an exit abroad of which nothing else is known',
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

  // A home that the person named.
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
    name: 'a home in Russia and a VPN, where the clock says UTC',
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
    name: 'a home in Russia behind the filters, where the clock says UTC',
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
    name: 'a home in the Netherlands, and a clock that was never changed',
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
      echoes: [...foreign('NL', dataCentre), domestic(0)],
      canariesOpen: open,
      homeOnlyOpen: blocked,
    },
    verdicts: ['unknown', 'vpn_likely'],
    atMost: 'low',
  },
  {
    name: 'a home in the Netherlands and a VPN, past which Russian sites are reached',
    seen: {
      statedHome: 'NL',
      echoes: [...foreign('DE', dataCentre), domestic(1)],
      canariesOpen: blocked,
      homeOnlyOpen: open,
      ...away,
    },
    verdicts: ['vpn_likely'],
    atMost: 'medium',
  },
  {
    name: 'a home in Kazakhstan',
    seen: {
      statedHome: 'KZ',
      echoes: [...foreign('KZ', { network: 'access', asn: 9198 }), domestic(0)],
      canariesOpen: blocked,
      homeOnlyOpen: open,
      timeZone: 'Asia/Almaty',
    },
    verdicts: ['direct'],
    atMost: 'medium',
  },
  {
    name: 'a home in Kazakhstan, seen from behind the filters of Russia',
    seen: {
      statedHome: 'KZ',
      echoes: atHome,
      canariesOpen: blocked,
      homeOnlyOpen: open,
      timeZone: 'Asia/Almaty',
    },
    verdicts: ['vpn_likely', 'unknown'],
    atMost: 'low',
  },

  // Too little, or too much at once.
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
    name: 'two foreign echoes of which one lies',
    seen: {
      echoes: [anEcho({ id: 'one', country: 'NL' }), anEcho({ id: 'two', country: 'RU' })],
      canariesOpen: open,
    },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'the exit changes in the middle of the round',
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
    name: 'a directory that takes a domestic address for a foreign one',
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
    name: 'a foreign exit and a browser that says its clock is UTC',
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
    name: 'a workplace whose names lead to private addresses',
    seen: { echoes: atHome, canariesOpen: blocked, homeOnlyOpen: open, fakeAddresses: 'private' },
    verdicts: ['direct'],
    atMost: 'high',
  },

  // What the line itself tells.
  {
    name: 'a person abroad with the clock of home, nearer to a server there than light allows',
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
    name: 'a VPN into a far country, whose answers take their time',
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
    name: 'a VPN whose answers do not say from where they came',
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
    name: 'answers that are fast for a clock that says UTC',
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
    name: 'connections that end nearby, and nothing else',
    seen: { line: aLine({ endsNearby: [true, true, true] }) },
    verdicts: ['unknown'],
    atMost: 'low',
  },
  {
    name: 'a household on a satellite, whose dish accepts connections',
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
    name: 'a virus scanner that accepts connections, where there are no filters',
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
