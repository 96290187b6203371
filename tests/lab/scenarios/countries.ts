import { plainDataCentres } from '../network/known-names.ts';
import type { ExitDescription, WorldDescription } from '../world/description.ts';
import {
  cutOff,
  dropped,
  either,
  forged,
  gap,
  handshakeFails,
  ok,
  resetByName,
  shutOff,
  silentByName,
  throttled,
  unanswered,
  withheld,
} from './expectations.ts';
import {
  bareServers,
  controlsOf,
  domains,
  foreignDomains,
  neutralNames,
  resolverAddresses,
  resolverNames,
} from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

interface Place {
  timeZone: string;
  exit: ExitDescription;
}

const belarus = place('Europe/Minsk', 'BY', 6697, '178.120.1.2');
const kazakhstan = place('Asia/Almaty', 'KZ', 9198, '92.46.1.2');
const uzbekistan = place('Asia/Tashkent', 'UZ', 28910, '84.54.1.2');
const turkmenistan = place('Asia/Ashgabat', 'TM', 20661, '95.85.96.2');
const iran = place('Asia/Tehran', 'IR', 44244, '5.112.1.2');
const turkey = place('Europe/Istanbul', 'TR', 9121, '78.160.1.2');
const pakistan = place('Asia/Karachi', 'PK', 17557, '39.32.1.2');
const china = place('Asia/Shanghai', 'CN', 4134, '114.80.1.2');
const myanmar = place('Asia/Yangon', 'MM', 9988, '37.111.1.2');
const venezuela = place('America/Caracas', 'VE', 8048, '190.72.1.2');
const emirates = place('Asia/Dubai', 'AE', 5384, '94.200.1.2');
const ukraine = place('Europe/Kyiv', 'UA', 15895, '46.211.1.2');
const india = place('Asia/Kolkata', 'IN', 24560, '122.160.1.2');
const argentina = place('America/Argentina/Buenos_Aires', 'AR', 7303, '181.1.1.2');

function place(timeZone: string, country: string, asn: number, address: string): Place {
  return { timeZone, exit: { country, asn, address } };
}

/** The browser of a person at home there, in a world that sees them come from there. */
function at({ timeZone, exit }: Place, world: WorldDescription = {}) {
  return { world: { exit, ...world }, browser: { timeZone } };
}

const well = { network: ['normal'], others: ok } satisfies Partial<Scenario>;
const shutOffAll = { network: ['allowlist'], others: shutOff } satisfies Partial<Scenario>;

/** False names lead to an address that nobody answers at. */
const leadsNowhere: Expectation = { ...unanswered, mechanisms: ['timeout', 'tcp.timeout'] };

/** Cut off as everything abroad is. */
const cutOffWithAll: Expectation = {
  states: ['likely_blocked'],
  mechanisms: ['reset', 'tls.reset', 'tls.reset.sni'],
  confidence: ['low', 'medium'],
  scope: 'network',
};

/** Nothing but silence: no proof is to be had. */
const droppedOrGap: Expectation = {
  states: ['likely_blocked', 'insufficient'],
  confidence: ['low', 'medium'],
  mechanisms: ['timeout', 'tcp.timeout'],
  mechanismIsOptional: true,
};

/** Homes in other countries, with what is blocked there and how. */
export const countryScenarios: Scenario[] = [
  {
    ...shutOffAll,
    ...at(belarus, { allowlist: controlsOf('BY') }),
    name: 'at home in Belarus: only sites inside the country answer',
    origin: 'Belarus: sites outside .by restricted, 25 to 27 January 2025',
  },
  {
    ...at(belarus, {
      tls: [
        {
          names: [...neutralNames, ...Object.values(domains).flat(), ...resolverNames],
          action: 'reset',
        },
      ],
    }),
    name: 'at home in Belarus: TLS to all servers abroad is reset, and plain HTTP opens',
    origin: 'Belarus: TLS abroad cut off by inspection, 9 to 12 August 2020',
    network: ['allowlist'],
    services: { telegram: either(cutOffWithAll, { states: ['impaired'] }) },
    others: cutOffWithAll,
    // Firefox repeats what is cut off, and its requests to one host are two seconds apart.
    withinMs: 120_000,
  },
  {
    ...shutOffAll,
    ...at(iran, {
      tls: [
        {
          names: [...neutralNames, ...Object.values(domains).flat(), ...resolverNames],
          action: 'silent',
        },
      ],
    }),
    name: 'at home in Iran: TLS to all servers abroad is silent, and plain HTTP opens',
    origin: 'Iran: TLS 1.3 to servers abroad dropped in silence, October 2022',
    services: { bale: ok, telegram: either(shutOff, { states: ['impaired'] }) },
    others: {
      ...shutOff,
      mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout', 'tls.timeout.sni'],
    },
    withinMs: 130_000,
  },
  {
    ...well,
    ...at(kazakhstan, {
      tls: [
        { names: domains.messenger, action: 'forged' },
        { names: domains.snapchat, action: 'silent' },
      ],
    }),
    name: 'at home in Kazakhstan: certificates forged, and silence after the server name',
    origin: 'OONI: report on Kazakhstan, 2024',
    services: { messenger: forged, snapchat: silentByName },
  },
  {
    ...well,
    ...at(uzbekistan, { tls: [{ names: domains.discord, action: 'silent' }] }),
    name: 'at home in Uzbekistan: silence after the server name',
    origin: 'Uzbekistan: services of no local representative, since 2021',
    services: { discord: silentByName },
  },
  {
    ...well,
    ...at(turkmenistan, {
      addressRules: [
        {
          targets: [
            ...domains.whatsapp,
            ...domains.signal,
            ...domains.viber,
            ...domains.messenger,
            ...domains.discord,
            '.google.com',
            '.gstatic.com',
            '.cloudflare.com',
            '.github.com',
            '.amazonaws.com',
            ...resolverAddresses,
          ],
          action: 'drop',
        },
      ],
    }),
    name: 'at home in Turkmenistan: addresses of messengers and of whole hosters dropped',
    origin: 'Turkmenistan: networks of hosters blocked by address',
    services: Object.fromEntries(
      ['whatsapp', 'signal', 'viber', 'messenger', 'discord'].map((id) => [id, dropped]),
    ),
    // States of five silent services come late, and the attempts of 32 s after them.
    withinMs: 100_000,
  },
  {
    ...well,
    ...at(iran, {
      dns: [{ names: domains.messenger, answer: { addresses: ['10.10.34.35'] } }],
      addressRules: [{ targets: ['10.10.34.35'], action: 'drop' }],
      tls: [{ names: domains.signal, action: 'reset' }],
    }),
    name: 'at home in Iran: names forged to a private address, and TLS reset by server name',
    origin: 'Iran: addresses 10.10.34.34 to .36, and Signal since January 2021',
    core: true,
    services: { messenger: leadsNowhere, signal: resetByName },
  },
  {
    ...shutOffAll,
    ...at(iran, { allowlist: controlsOf('IR') }),
    name: 'at home in Iran: only sites inside the country answer',
    origin: 'Iran: 17 to 26 June 2025',
  },
  {
    ...shutOffAll,
    ...at(iran, { allowlist: controlsOf('IR').slice(1) }),
    name: 'at home in Iran: only sites inside the country answer, of which some are out of order',
    origin: 'Iran: from 8 January 2026',
  },
  {
    ...shutOffAll,
    name: 'at home in Iran by one’s word: only sites inside that country answer',
    origin: 'a person in Iran whose clock says Moscow',
    world: { exit: iran.exit, allowlist: controlsOf('IR').slice(0, 2) },
    browser: { timeZone: 'Europe/Moscow', settings: { homeCountry: 'IR' } },
  },
  {
    ...well,
    ...at(turkey, {
      dns: [{ names: domains.discord, answer: { addresses: ['195.175.254.2'] } }],
      addressRules: [{ targets: ['195.175.254.2'], action: 'drop' }],
      tls: [{ names: domains.whatsapp, action: { bytesPerSecond: 8_000 } }],
    }),
    name: 'at home in Turkey: a messenger throttled, another’s names forged',
    origin: 'Turkey: WhatsApp on 19 March 2025, Discord since October 2024',
    services: { discord: leadsNowhere, whatsapp: throttled },
  },
  {
    ...well,
    ...at(pakistan, {
      dns: [{ names: domains.messenger, answer: 'nxdomain' }],
      tls: [{ names: domains.signal, action: 'reset' }],
    }),
    name: 'at home in Pakistan: names withheld, and TLS reset by server name',
    origin: 'Pakistan: disruptions since summer 2024',
    services: { messenger: withheld, signal: resetByName },
  },
  {
    ...well,
    ...at(china, {
      dns: [
        {
          names: [...domains.messenger, ...domains.discord],
          answer: { addresses: ['31.13.94.37'] },
        },
      ],
      addressRules: [
        { targets: ['31.13.94.37', ...plainDataCentres, ...resolverAddresses], action: 'drop' },
      ],
      tls: [
        {
          names: [
            ...domains.signal,
            '.google.com',
            '.gstatic.com',
            '.cloudflare.com',
            '.wikipedia.org',
            ...resolverNames,
          ],
          action: 'reset',
        },
      ],
    }),
    name: 'at home in China: Google, Cloudflare and Wikipedia are filtered, and others answer',
    origin: 'China: false DNS answers, and TLS reset by server name',
    services: {
      messenger: leadsNowhere,
      discord: leadsNowhere,
      // No trusted resolver tells its addresses, so there is no pair.
      signal: cutOff,
      telegram: { states: ['impaired'], mechanisms: ['timeout', 'tcp.timeout'] },
    },
  },
  {
    ...well,
    ...at(myanmar, {
      dns: [{ names: domains.messenger, answer: { addresses: ['167.172.4.60'] } }],
      tls: [
        { names: domains.messenger, onAddresses: ['167.172.4.60'], action: 'plaintext' },
        { names: domains.signal, action: 'silent' },
      ],
    }),
    name: 'at home in Myanmar: names forged to a public stub, and silence after the server name',
    origin: 'Myanmar: Messenger since February 2021, Signal in June and July 2024',
    services: { messenger: handshakeFails, signal: silentByName },
  },
  {
    ...well,
    ...at(venezuela, { dns: [{ names: domains.signal, answer: 'nxdomain' }] }),
    name: 'at home in Venezuela: names that an operator withholds',
    origin: 'Venezuela: CANTV, Signal since 8 August 2024',
    services: { signal: withheld },
  },
  {
    ...well,
    ...at(emirates, {
      addressRules: [{ targets: ['stun.l.google.com', 'stun.cloudflare.com'], action: 'drop' }],
    }),
    name: 'at home in the Emirates: calls alone are blocked',
    origin: 'the Emirates: calls of WhatsApp and FaceTime',
    services: {
      whatsapp: { ...ok, roles: { calls: ['insufficient'] } },
      facetime: { ...ok, roles: { calls: ['insufficient'] } },
    },
  },
  {
    ...well,
    ...at(ukraine, {
      addressRules: [
        { targets: [...domains.vk, ...controlsOf('RU'), 'yandex.ru'], action: 'drop' },
      ],
    }),
    name: 'at home in Ukraine: sites of another country are blocked, and nothing else',
    origin: 'Ukraine: decree of May 2017',
  },
  {
    ...well,
    ...at(argentina),
    name: 'at home in a country of which nothing is known: all is well',
    origin: 'a traveller, or a person who lives abroad',
  },
  {
    ...well,
    ...at(argentina, { tls: [{ names: domains.signal, action: 'reset' }] }),
    name: 'at home in a country of which nothing is known: TLS reset by server name',
    origin: 'a filter in a country without data',
    services: { signal: resetByName },
  },
  {
    ...at(argentina, { allowlist: controlsOf('RU') }),
    name: 'at home in a country of which nothing is known: only sites of another country answer',
    origin: 'a network in which nothing answers that anybody there is asked about',
    network: ['offline'],
    others: gap,
  },
  {
    ...at(argentina, { allowlist: [...controlsOf('RU'), ...domains.max, ...domains.vk] }),
    name: 'at home in a country of which nothing is known: services of another country answer',
    origin: 'single services answer, whatever their country',
    network: ['allowlist'],
    services: { max: ok, vk: ok },
    others: shutOff,
  },
  {
    name: 'at home in Turkmenistan: names forged to localhost, and half of the neutral sites dropped',
    origin: 'Qurium; OONI on Turkmenistan',
    browser: { timeZone: turkmenistan.timeZone },
    world: {
      dns: [{ names: foreignDomains, answer: { addresses: ['127.0.0.1'] } }],
      addressRules: [
        {
          targets: [
            '.gstatic.com',
            '.google.com',
            '.cloudflare.com',
            '.amazonaws.com',
            '.github.com',
            '149.154.160.0/20',
            '95.161.76.0/24',
            '1.1.1.1',
            '8.8.8.8',
            'cloudflare-dns.com',
            'dns.google',
          ],
          action: 'drop',
        },
      ],
      exit: turkmenistan.exit,
    },
    network: ['normal', 'degraded'],
    services: { max: ok, vk: ok, imo: ok },
    others: {
      states: ['blocked', 'likely_blocked'],
      mechanisms: [
        'dns.injection.bogon',
        'dns.injection.other',
        'tcp.refused',
        'tcp.timeout',
        'timeout',
      ],
    },
    withinMs: 120_000,
  },
  {
    name: 'at home in China: names forged to strangers’ addresses, and TLS reset by server name',
    origin: 'the border filter',
    browser: { timeZone: china.timeZone },
    world: {
      dns: [
        { names: domains.whatsapp, answer: { addresses: ['31.13.94.37'] } },
        { names: domains.signal, answer: { addresses: ['75.126.135.131'] } },
        { names: ['www.google.com'], answer: { addresses: ['31.13.94.49'] } },
      ],
      tls: [
        { names: [...domains.whatsapp, ...domains.signal, '.google.com'], action: 'reset' },
        { names: ['dns.google', 'cloudflare-dns.com', 'dns10.quad9.net'], action: 'reset' },
      ],
      addressRules: [
        {
          targets: ['31.13.94.37', '75.126.135.131', '31.13.94.49', '.wikipedia.org'],
          action: 'drop',
        },
      ],
      exit: china.exit,
    },
    network: ['normal'],
    services: Object.fromEntries(
      ['whatsapp', 'signal'].map((id) => [
        id,
        {
          states: ['blocked', 'likely_blocked'],
          mechanisms: [
            'timeout',
            'tcp.timeout',
            'dns.injection.other',
            'tls.reset.sni',
            'tls.reset',
            'reset',
          ],
          scope: 'service',
        } satisfies Expectation,
      ]),
    ),
    others: ok,
    withinMs: 120_000,
  },
  {
    name: "at home in Belarus: two services' names lead to an operator's page",
    origin: 'MTS Belarus (citizenlab/filtering-annotations)',
    browser: { timeZone: belarus.timeZone },
    world: {
      dns: [
        { names: [...domains.viber, ...domains.snapchat], answer: { addresses: ['134.17.0.7'] } },
      ],
      tls: [
        {
          names: [...domains.viber, ...domains.snapchat],
          onAddresses: ['134.17.0.7'],
          action: 'wrong-name',
        },
      ],
      http: [
        {
          hosts: [...domains.viber, ...domains.snapchat],
          onAddresses: ['134.17.0.7'],
          answer: {
            status: 200,
            headers: { 'content-type': 'text/html; charset=utf-8' },
            body: '<p>на основании решения Министерства информации Республики Беларусь</p>',
          },
        },
      ],
      exit: belarus.exit,
    },
    network: ['normal'],
    services: Object.fromEntries(
      ['viber', 'snapchat'].map((id) => [
        id,
        {
          states: ['blocked'],
          mechanisms: ['dns.injection.blockpage', 'http.blockpage', 'tls.mitm'],
          scope: 'service',
        } satisfies Expectation,
      ]),
    ),
    others: ok,
  },
  {
    name: 'at home in Kazakhstan: certificates of some sites forged, Signal and Apple left alone',
    origin: 'the 37 domains of 2019',
    browser: { timeZone: kazakhstan.timeZone },
    world: {
      tls: [
        {
          names: [
            '.google.com',
            ...domains.messenger,
            ...domains.whatsapp,
            ...domains.vk,
            'mail.ru',
          ],
          action: 'forged',
        },
      ],
      exit: kazakhstan.exit,
    },
    network: ['normal'],
    services: {
      signal: either(ok, gap),
      facetime: either(ok, gap),
      messenger: { states: ['blocked'], mechanisms: ['tls.mitm'], scope: 'service' },
      whatsapp: { states: ['blocked'], mechanisms: ['tls.mitm'], scope: 'service' },
      vk: { states: ['blocked', 'impaired', 'insufficient'], mechanisms: ['tls.mitm'] },
    },
    others: ok,
  },
  {
    name: 'at home in Venezuela: names refused, and the addresses behind them reset',
    origin: 'CANTV: two filters in a row',
    browser: { timeZone: venezuela.timeZone },
    world: {
      dns: [{ names: domains.signal, answer: 'refused' }],
      addressRules: [{ targets: ['.signal.org'], action: 'reset' }],
      exit: venezuela.exit,
    },
    network: ['normal'],
    services: {
      signal: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['dns.error', 'reset', 'tcp.reset'],
        deepest: ['dns.error'],
        scope: 'service',
      },
    },
    others: ok,
  },
  {
    name: 'at home in Turkmenistan: two neutral sites left, no secure DNS, and three services dropped',
    origin: 'Turkmenistan: whole hosters dropped',
    browser: { timeZone: turkmenistan.timeZone },
    world: {
      exit: turkmenistan.exit,
      addressRules: [
        {
          targets: [
            ...neutralNames.filter((name) => name !== '.debian.org' && name !== '.kernel.org'),
            ...resolverNames,
            ...bareServers,
            ...domains.whatsapp,
            ...domains.telegram,
            ...domains.signal,
            ...plainDataCentres,
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal', 'degraded'],
    services: {
      whatsapp: droppedOrGap,
      telegram: droppedOrGap,
      signal: droppedOrGap,
    },
    others: ok,
    withinMs: 110_000,
  },
  {
    name: 'in Berlin with a home in Russia: nobody at home answers foreigners',
    origin: 'an emigrant, and sites that drop packets from abroad',
    browser: { timeZone: 'Europe/Berlin', settings: { homeCountry: 'RU' } },
    world: {
      exit: { country: 'DE', asn: 3320, address: '91.5.7.7' },
      addressRules: [
        {
          targets: [
            ...controlsOf('RU'),
            ...domains.max,
            ...domains.vk,
            'www.gosuslugi.ru',
            'www.pochta.ru',
            'yandex.ru',
            'ipv4-internet.yandex.net',
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal', 'degraded'],
    services: { max: droppedOrGap, vk: droppedOrGap },
    others: ok,
    withinMs: 110_000,
  },
  {
    ...well,
    ...at(turkey, {
      dns: [{ names: domains.discord, answer: { addresses: ['195.175.254.2'] } }],
      tls: [{ names: ['*'], onAddresses: ['195.175.254.2'], action: 'forged' }],
    }),
    name: "at home in Turkey: names lead to the country's stub once a VPN is off",
    origin: 'Turkey: 195.175.254.2, Discord since October 2024',
    before: [{ exit: { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true } }],
    services: {
      discord: {
        states: ['blocked'],
        shown: ['ok', 'blocked'],
        mechanisms: ['dns.injection.blockpage', 'dns.injection.other', 'tls.mitm'],
        confidence: ['medium', 'high'],
        scope: 'service',
        locus: 'network',
      },
    },
  },
  {
    ...well,
    ...at(iran, {
      http: [
        {
          hosts: [...domains.discord, ...domains.viber, ...domains.snapchat],
          scheme: 'https',
          answer: {
            status: 403,
            headers: {
              server: 'cloudflare',
              'cf-ray': '8c0ffee123456789-FRA',
              'content-type': 'text/plain; charset=UTF-8',
            },
            body: 'error code: 1009',
          },
        },
      ],
    }),
    name: 'at home in Iran: a content network refuses the country on behalf of three services',
    origin: 'Cloudflare: error 1009, the owner has banned the country',
    services: {
      discord: either(ok, gap),
      viber: either(ok, gap),
      snapchat: either(ok, gap),
    },
  },
  {
    ...well,
    ...at(india, {
      http: [
        {
          hosts: [...domains.viber, ...domains.signal],
          scheme: 'http',
          answer: {
            status: 200,
            headers: { 'content-type': 'text/html' },
            body: '<iframe src="http://www.airtel.in/dot/?dpid=1" width="100%" height="100%"></iframe>',
          },
        },
      ],
    }),
    name: 'at home in India: from a provider that cuts off to one that puts a notice in plain HTTP alone',
    origin: 'India: Jio and Airtel, each by its own means',
    before: [
      {
        exit: { country: 'IN', asn: 55836, address: '49.36.1.2' },
        tls: [{ names: [...domains.viber, ...domains.signal], action: 'reset' }],
      },
    ],
    services: {
      viber: { ...ok, confidence: ['low'] },
      signal: { ...ok, confidence: ['low'] },
    },
  },
];
