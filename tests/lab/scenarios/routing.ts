import { household } from '../tunnel/household.ts';
import type { ExitDescription, WorldDescription } from '../world/description.ts';
import { gap, ok, resetByName, silentByName } from './expectations.ts';
import { domains } from './names.ts';
import type { Scenario } from './scenario.ts';

/** The canaries that belong to no messenger are blocked. */
const filtered: WorldDescription = {
  tls: [{ names: ['.linkedin.com', 'rutracker.org', 'x.com'], action: 'reset' }],
};
const turnedAway: WorldDescription = {
  http: [{ hosts: ['www.gosuslugi.ru', 'www.pochta.ru'], answer: { status: 403 } }],
};

const home = household;
const dutchServer: ExitDescription = {
  country: 'NL',
  asn: 64500,
  address: '185.65.134.9',
  hosting: true,
};
const dutchHome: ExitDescription = { country: 'NL', asn: 1136, address: '77.160.1.2' };
/** A place half the world away: on the lab's short line its answers come faster than light could. */
const farHome: ExitDescription = { country: 'SG', asn: 9506, address: '116.86.1.2', colo: 'SIN' };
const foreignEchoes = [
  'www.cloudflare.com',
  'api.ipapi.is',
  'api.ipquery.io',
  'ifconfig.co',
  'get.geojs.io',
  'api.country.is',
];

const moscow = { timeZone: 'Europe/Moscow' };
const amsterdam = { timeZone: 'Europe/Amsterdam' };
/** Common to all: a network on which every messenger works. */
const well = { network: ['normal'], others: ok } satisfies Partial<Scenario>;

/** The route of traffic, as far as a browser can observe it. */
export const routingScenarios: Scenario[] = [
  {
    ...well,
    name: 'route: a household behind the filters',
    origin: 'facts: exit, canaries and home-only sites as at home',
    world: { exit: home, ...filtered },
    browser: moscow,
    routing: ['direct'],
    routingIsKnowable: true,
  },
  {
    ...well,
    name: 'route: a VPN that carries everything',
    origin: 'facts: foreign exit, canaries open, home-only sites refuse',
    world: { exit: dutchServer, ...turnedAway },
    browser: moscow,
    routing: ['vpn_likely'],
    routingIsKnowable: true,
  },
  {
    ...well,
    name: 'route: split by domain',
    origin: 'facts: domestic sites see another address than foreign ones',
    world: { exit: { ...dutchServer, domesticAddress: home.address } },
    browser: moscow,
    routing: ['split'],
    routingIsKnowable: true,
  },
  {
    ...well,
    name: 'route: a person abroad',
    origin: 'an emigrant, whose clock says so',
    world: { exit: dutchHome, ...turnedAway },
    browser: amsterdam,
    routing: ['direct'],
    routingIsKnowable: true,
  },
  {
    ...well,
    name: 'route: a person abroad behind a server there',
    origin: 'a workplace in the country where one lives',
    world: { exit: dutchServer, ...turnedAway },
    browser: amsterdam,
    routing: ['direct'],
    routingAtMost: 'low',
  },
  {
    ...well,
    name: 'route: a traveller with an unchanged clock',
    origin: 'a holiday in a country of the same hour',
    world: { exit: { country: 'TR', asn: 9121, address: '88.224.1.2' }, ...turnedAway },
    browser: moscow,
    routing: ['vpn_likely'],
    routingAtMost: 'low',
  },
  {
    ...well,
    name: 'route: the filters are got past, with an exit at home',
    origin: 'facts: a program against inspection, or a network without filters',
    world: { exit: home },
    browser: moscow,
    routing: ['direct'],
    routingAtMost: 'low',
  },
  {
    ...well,
    name: 'route: the tunnel of a large network',
    origin: 'facts: the trace says so itself',
    world: { exit: { country: 'RU', asn: 13335, address: '104.28.1.2', tunnel: 'warp' } },
    browser: moscow,
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingAtMost: 'medium',
  },
  {
    ...well,
    name: 'route: a company’s gateway abroad',
    origin: 'facts: false positives of hosting networks',
    world: { exit: { ...dutchServer, tunnel: 'gateway' }, ...turnedAway },
    browser: moscow,
    routing: ['vpn_likely'],
    routingAtMost: 'low',
  },
  {
    ...well,
    name: 'route: a VPN whose exit has the same filters',
    origin: 'facts: wrong geography, or a filtered exit',
    world: { exit: dutchServer, ...filtered },
    browser: moscow,
    routing: ['unknown'],
  },
  {
    ...well,
    name: 'route: every foreign echo is blocked',
    origin: 'facts: v4.ident.me is reported blocked in Russia',
    world: {
      exit: dutchServer,
      tls: [{ names: foreignEchoes, action: 'silent' }],
      ...turnedAway,
    },
    browser: moscow,
    routing: ['unknown'],
  },
  {
    ...well,
    name: 'route: half of the echoes lie',
    origin: 'directories of addresses that disagree',
    world: {
      exit: { ...dutchServer, lies: { 'api.ipquery.io': 'RU', 'ifconfig.co': 'RU' } },
      ...turnedAway,
    },
    browser: moscow,
    routing: ['unknown'],
  },
  {
    ...well,
    name: 'route: one of the echoes lies',
    origin: 'a directory that is behind the times',
    world: { exit: { ...dutchServer, lies: { 'api.ipquery.io': 'US' } }, ...turnedAway },
    browser: moscow,
    routing: ['vpn_likely'],
  },
  {
    ...well,
    name: 'route: a program on this computer gives out addresses of its own',
    origin: 'facts: 198.18.0.0/15 in place of real addresses',
    world: {
      exit: { ...dutchServer, address: '185.65.134.10' },
      addresses: {
        'www.gstatic.com': ['198.18.0.1'],
        'ya.ru': ['198.18.0.2'],
        'ru.wikipedia.org': ['198.18.0.3'],
      },
    },
    browser: moscow,
    routing: ['vpn_likely'],
    routingIsKnowable: true,
  },
  {
    ...well,
    name: 'route: a clock that says UTC',
    origin: 'a browser that resists fingerprinting',
    world: { exit: dutchServer, ...turnedAway },
    browser: { timeZone: 'UTC' },
    routing: ['vpn_likely'],
    routingAtMost: 'low',
  },
  {
    ...well,
    name: 'route: a person far away, nearer to the servers there than the clock says',
    origin: 'an emigrant whose clock was never changed',
    world: { exit: farHome, ...turnedAway },
    browser: moscow,
    routing: ['direct'],
    routingIsKnowable: true,
    routingSignals: { seen: ['answers-too-fast-for-home'], unseen: ['clock-elsewhere'] },
  },
  {
    ...well,
    name: 'route: the same answers, as late as from home',
    origin: 'a VPN, whose answers travel there and back',
    world: { exit: { ...farHome, hosting: true }, latencyMs: 120, ...turnedAway },
    browser: moscow,
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    // The lab's servers accept connections at once but answer TLS late, as if a local program accepted them.
    routingSignals: {
      seen: ['clock-elsewhere', 'connections-end-nearby'],
      unseen: ['answers-too-fast-for-home'],
    },
    // Firefox hides the protocol, and HTTP/3 always looks like this.
    firefox: {
      routingSignals: { unseen: ['answers-too-fast-for-home', 'connections-end-nearby'] },
    },
  },
  {
    ...well,
    name: 'route: a proxy in the browser’s settings, with an exit abroad',
    origin: 'a program that listens on this computer',
    world: { exit: dutchServer, ...turnedAway },
    browser: { ...moscow, proxy: { kind: 'http' } },
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    // Chromium reports the proxy's address as the server's; Firefox reports that there is a proxy.
    routingSignals: { seen: ['addresses-private'] },
    firefox: { routingSignals: { seen: ['browser-proxy'] } },
  },
  {
    ...well,
    name: 'route: a home that the person named, and a clock that says UTC',
    origin: 'a browser that resists fingerprinting, behind a VPN',
    world: { exit: dutchServer, ...turnedAway },
    browser: { timeZone: 'UTC', settings: { homeCountry: 'RU' } },
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingAtLeast: 'medium',
    routingSignals: { seen: ['home-elsewhere'], unseen: ['clock-elsewhere'] },
  },
  {
    ...well,
    name: 'route: a home abroad that the person named, and an unchanged clock',
    origin: 'an emigrant whose clock says Moscow',
    world: { exit: dutchHome, ...turnedAway },
    browser: { ...moscow, settings: { homeCountry: 'NL' } },
    routing: ['direct'],
    routingIsKnowable: true,
    routingSignals: { seen: ['home-there'], unseen: ['home-only-refuses', 'canaries-open'] },
  },
  {
    ...well,
    name: 'route: a resolver that gives the address of a proxy for messengers',
    origin: 'a DNS that gets past filters, with the rest of the traffic direct',
    world: {
      exit: home,
      ...filtered,
      dns: [
        {
          names: [
            ...domains.whatsapp,
            ...domains.telegram,
            ...domains.viber,
            ...domains.snapchat,
            ...domains.discord,
          ],
          answer: { addresses: ['185.65.134.20'] },
        },
      ],
    },
    browser: moscow,
    routing: ['split', 'vpn_likely'],
    routingIsKnowable: true,
    routingAtMost: 'low',
    routingSignals: { seen: ['addresses-shared'] },
  },
  {
    ...well,
    name: 'route: through Tor',
    origin: 'a router that sends everything through Tor; Cloudflare says so in place of a country',
    world: {
      exit: {
        country: 'DE',
        asn: 24940,
        address: '185.220.101.7',
        hosting: true,
        lies: { 'www.cloudflare.com': 'T1', '1.1.1.1': 'T1' },
      },
    },
    browser: moscow,
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingSignals: { seen: ['tunnel-tor'] },
  },
  {
    ...well,
    name: 'route: split by country, with a filter behind the exit',
    origin: 'an exit in a country that is silent on two services',
    world: {
      exit: { ...dutchServer, domesticAddress: home.address },
      tls: [{ names: [...domains.discord, ...domains.facetime], action: 'silent' }],
    },
    browser: moscow,
    routing: ['split'],
    services: { discord: silentByName, facetime: silentByName },
  },
  {
    ...well,
    name: 'route: an exit that changes from site to site between three countries',
    origin: 'a VPN with several exits at once',
    world: {
      exit: {
        ...dutchServer,
        lies: {
          'api.ipquery.io': 'DE',
          'ifconfig.co': 'FI',
          'get.geojs.io': 'DE',
          'api.country.is': 'FI',
        },
      },
    },
    browser: moscow,
    routing: ['vpn_likely'],
  },
  {
    ...well,
    name: 'route: a traveller with an unchanged clock, where one service is cut off',
    origin: 'Turkey: Discord blocked since October 2024; home is not asked from there',
    world: {
      exit: { country: 'TR', asn: 9121, address: '88.224.1.2' },
      tls: [{ names: domains.discord, action: 'reset' }],
    },
    browser: { ...moscow, leavesOutHome: true },
    routing: ['vpn_likely'],
    routingAtMost: 'low',
    services: { discord: resetByName, max: gap, vk: gap },
  },
];
