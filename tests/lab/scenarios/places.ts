import type { ExitDescription, HttpAnswer, WorldDescription } from '../world/description.ts';
import {
  down,
  either,
  gap,
  impaired,
  ok,
  resetByName,
  shutOff,
  silentByName,
  throttled,
} from './expectations.ts';
import {
  allowed,
  controlsOf,
  domains,
  foreignDomains,
  neutralNames,
  resolverNames,
} from './names.ts';
import type { Expectation, ProxySetup, Scenario } from './scenario.ts';

/** Planes, offices, households and other countries, each with what is usual there. */

const html = { 'content-type': 'text/html; charset=utf-8' };
const officePage: HttpAnswer = {
  status: 403,
  headers: html,
  body: '<!doctype html><title>Company network</title><h1>Not available at work</h1>',
};

/** A filter of one's own, never proven. */
const own: Expectation = {
  states: ['likely_blocked'],
  confidence: ['low', 'medium'],
  scope: 'service',
  locus: 'local',
  mechanisms: ['http.error', 'dns.error'],
  mechanismIsOptional: true,
};

const advertising = ['.doubleclick.net', '.googlesyndication.com'];
const followsNoList = { yandex: [] };
/** The server of a vendor's block pages, in its public range. */
const vendor = '146.112.61.106';

const farAway = { at: { name: '203.0.114.20', address: '203.0.114.20' } };
/** What extensions that send messengers alone through a proxy have in their lists. */
const messengers = [
  ...domains.whatsapp,
  ...domains.telegram,
  ...domains.signal,
  ...domains.viber,
  ...domains.snapchat,
  ...domains.discord,
];

const cuttingProxies: { whose: string; of: string; proxy: Omit<ProxySetup, 'kind'> }[] = [
  { whose: 'a proxy', of: 'a program on this computer', proxy: {} },
  {
    whose: 'a proxy at a public address',
    of: 'an extension that brings a proxy',
    proxy: farAway,
  },
  {
    whose: 'a proxy at a public address',
    of: 'an extension that brings a proxy',
    proxy: { ...farAway, resets: true },
  },
  {
    whose: 'a proxy for messengers alone',
    of: 'an extension that brings a list of sites',
    proxy: { ...farAway, only: messengers },
  },
  {
    whose: 'a proxy for messengers alone',
    of: 'an extension that brings a list of sites',
    proxy: { ...farAway, only: messengers, resets: true },
  },
  {
    whose: 'a proxy for one messenger alone',
    of: 'an extension that brings a list of sites',
    proxy: { ...farAway, only: domains.viber },
  },
  {
    whose: 'a proxy for one messenger alone',
    of: 'an extension that brings a list of sites',
    proxy: { ...farAway, only: domains.viber, resets: true },
  },
];

const deadProxies = [
  { dead: 'silent', what: 'is silent' },
  { dead: 'ended', what: 'is gone' },
  { dead: 'closing', what: 'ends each connection' },
] as const;

/** What a proxy does not answer is no evidence against the network. */
const unknown: Expectation = { states: ['insufficient'], confidence: ['low'] };
const throughDeadProxy = {
  whatsapp: unknown,
  telegram: unknown,
  signal: unknown,
  viber: unknown,
  snapchat: unknown,
  discord: unknown,
};

function at(
  timeZone: string,
  exit: ExitDescription,
  world: WorldDescription,
): Pick<Scenario, 'world' | 'browser'> {
  return { world: { exit, ...world }, browser: { timeZone } };
}

const dutchServer = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };
/** Three services behind one content network. */
const onOneNetwork = [...domains.viber, ...domains.discord, ...domains.snapchat];
const turkish = { country: 'TR', asn: 9121, address: '78.160.1.2' };
const iranian = { country: 'IR', asn: 44244, address: '5.112.1.2' };
const kazakh = { country: 'KZ', asn: 9198, address: '92.46.1.2' };
const emirati = { country: 'AE', asn: 5384, address: '94.200.1.2' };
const pakistani = { country: 'PK', asn: 17557, address: '39.32.1.2' };

const toPage = (location: string): HttpAnswer => ({ status: 302, headers: { location } });

/** All that an office has no use for, but Telegram, whose data centres answer without TLS. */
const named = [
  'whatsapp',
  'signal',
  'viber',
  'facetime',
  'snapchat',
  'discord',
  'messenger',
  'vk',
] as const;

export const placeScenarios: Scenario[] = [
  {
    name: 'one of a service’s domains withheld from somebody of no known home',
    origin: 'no national resolver is asked; a page and an interface have names there',
    ...at(
      'UTC',
      { country: 'DE', asn: 3320, address: '87.128.1.2' },
      {
        dns: [{ names: ['.whatsapp.com'], answer: 'nxdomain' }],
      },
    ),
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['blocked'],
        scope: 'service',
        locus: 'network',
        mechanisms: ['dns.error'],
      },
    },
    others: ok,
  },
  {
    name: 'a plane over a satellite, with a tariff for one messenger',
    origin: 'messages free of charge on board, the rest dropped',
    world: { latencyMs: 650, bytesPerSecond: 40_000, allowlist: domains.whatsapp },
    network: ['allowlist'],
    services: { whatsapp: ok },
    others: shutOff,
    // Each silent attempt is waited for as long as this line may take.
    withinMs: 140_000,
  },
  {
    name: 'an office that resets the names of two services and redirects their plain requests',
    origin: 'a firewall that does not open TLS',
    world: {
      tls: [{ names: [...domains.viber, ...domains.snapchat], action: 'reset' }],
      http: [
        {
          hosts: [...domains.viber, ...domains.snapchat],
          scheme: 'http',
          answer: toPage('http://filter.office.lan/'),
        },
      ],
    },
    network: ['normal'],
    // Nobody outside could look that name up.
    services: {
      viber: { ...own, mechanisms: [...cutByName(), 'http.redirect'] },
      snapchat: { ...own, mechanisms: [...cutByName(), 'http.redirect'] },
    },
    others: ok,
  },
  {
    name: 'an office that opens all TLS under its root, and shows a page for two services',
    origin: 'a proxy whose root is installed',
    world: {
      tls: [{ names: ['*'], action: 'intercepted' }],
      http: [
        { hosts: [...domains.viber, ...domains.snapchat], scheme: 'https', answer: officePage },
      ],
    },
    network: ['normal', 'degraded'],
    services: {
      viber: { ...own, mechanisms: ['http.blockpage', 'tls.mitm'] },
      snapchat: { ...own, mechanisms: ['http.blockpage', 'tls.mitm'] },
      signal: either(ok, gap),
    },
    others: ok,
  },
  {
    name: 'an office that shows a page for two services, of which one is asked for pages anyway',
    origin: 'a firewall that opens the TLS of some names alone, and resets others',
    world: {
      tls: [
        {
          names: [...domains.discord, ...domains.snapchat, ...domains.messenger],
          action: 'intercepted',
        },
        { names: domains.viber, action: 'reset' },
      ],
      http: [
        { hosts: [...domains.discord, ...domains.snapchat], scheme: 'https', answer: officePage },
      ],
    },
    network: ['normal'],
    services: {
      discord: { ...own, mechanisms: ['http.blockpage'] },
      snapchat: { ...own, mechanisms: ['http.blockpage'] },
      viber: resetByName,
    },
    others: ok,
  },
  {
    name: 'an office whose page for eight services names each',
    origin: 'e2guardian, which answers 200 with the address that was asked for',
    world: {
      tls: [{ names: named.flatMap((id) => domains[id]), action: 'intercepted' }],
      http: named.map((id) => ({
        hosts: domains[id],
        scheme: 'https' as const,
        answer: {
          status: 200,
          headers: html,
          body: `<!doctype html><title>Company network</title>${'No. '.repeat(200)}${id}`,
        },
      })),
    },
    network: ['normal'],
    services: Object.fromEntries(
      named.map((id) => [id, { ...own, mechanisms: ['http.blockpage'] }]),
    ),
    others: ok,
  },
  {
    name: 'a proxy that does not connect to two services, and a third that is down',
    origin: 'a workplace: CONNECT is answered 403',
    world: { http: [{ hosts: domains.viber, answer: { status: 503 } }] },
    browser: {
      proxy: { kind: 'http', refuses: [...domains.messenger, ...domains.discord] },
    },
    network: ['normal'],
    services: { messenger: own, discord: own, viber: down },
    others: ok,
  },
  {
    name: 'a SOCKS proxy that does not reach one service',
    origin: 'a proxy with rules of its own',
    world: {},
    browser: { proxy: { kind: 'socks', refuses: domains.viber } },
    network: ['normal'],
    // What a proxy says of its own way is no evidence against the network.
    services: {
      viber: {
        states: ['likely_blocked', 'insufficient'],
        confidence: ['low', 'medium'],
        mechanisms: ['http.error'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  ...cuttingProxies.map(
    ({ whose, of, proxy }): Scenario => ({
      name: `${whose} that ${proxy.resets === true ? 'resets' : 'hangs up'} where it finds no name`,
      origin: `${of}; the resolver behind it does not find one service`,
      world: { dns: [{ names: domains.viber, answer: 'nxdomain' }] },
      browser: { proxy: { kind: 'http', ...proxy } },
      network: ['normal'],
      // Chromium reports it as a server that hangs up, Firefox as a reset; who did is not known.
      services: {
        viber: {
          states: ['insufficient', 'likely_blocked'],
          confidence: ['low', 'medium'],
          mechanisms: ['reset'],
          mechanismIsOptional: true,
        },
      },
      others: ok,
    }),
  ),
  {
    name: 'a proxy for messengers alone that is silent, in the build of the stores',
    origin: 'the browser does not tell there how a request ends to a host that is not permitted',
    world: {},
    browser: {
      proxy: { kind: 'http', ...farAway, only: messengers, dead: 'silent' },
      hostsByNameOnly: true,
    },
    network: ['normal'],
    services: throughDeadProxy,
    others: ok,
  },
  ...deadProxies.flatMap(({ dead, what }): Scenario[] => [
    {
      name: `a proxy for messengers alone that ${what}`,
      origin:
        'an extension that brings a list of sites, and whose server is blocked or out of order',
      world: {},
      browser: { proxy: { kind: 'http', ...farAway, only: messengers, dead } },
      steadyRounds: 2,
      network: ['normal'],
      services: throughDeadProxy,
      others: ok,
    },
    {
      name: `a proxy for everything that ${what}`,
      origin: 'an extension that brings a proxy, and whose server is blocked or out of order',
      world: {},
      browser: { proxy: { kind: 'http', ...farAway, dead } },
      network: ['offline', 'degraded'],
      services: {},
      others: unknown,
    },
    {
      name: `a proxy for all but sites at home that ${what}`,
      origin: 'an extension that brings a proxy and spares sites at home, as many do',
      world: {},
      browser: { proxy: { kind: 'http', ...farAway, except: allowed, dead } },
      // Only sites at home answer, as with an allowlist.
      network: ['degraded'],
      trouble: 'proxy',
      services: { max: ok, vk: ok },
      others: unknown,
    },
  ]),
  {
    name: 'a household list that has one domain of a service',
    origin: 'Pi-hole with a list of trackers that contains whatsapp.net',
    world: {
      dns: [
        { names: ['.whatsapp.net', ...advertising], answer: 'nxdomain' },
        { names: ['use-application-dns.net'], answer: 'nxdomain' },
      ],
      doh: followsNoList,
    },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['impaired'],
        locus: 'local',
        mechanisms: ['dns.error'],
        roles: { web: ['ok'], media: ['likely_blocked'] },
      },
    },
    others: ok,
  },
  ...(['wrong-name', 'forged'] as const).map(
    (action): Scenario => ({
      name: `a parental resolver that leads two services to its vendor (${action})`,
      origin: 'OpenDNS FamilyShield, without its root',
      world: {
        dns: [
          { names: [...domains.discord, ...domains.snapchat], answer: { addresses: [vendor] } },
        ],
        tls: [{ names: ['*'], onAddresses: [vendor], action }],
        http: [
          {
            hosts: [...domains.discord, ...domains.snapchat],
            scheme: 'http',
            answer: toPage('http://block.opendns.com/?url=1'),
          },
        ],
        doh: followsNoList,
      },
      network: ['normal'],
      services: { discord: ledToVendor(), snapchat: ledToVendor() },
      others: ok,
    }),
  ),
  {
    ...at('Asia/Tehran', iranian, {
      dns: [
        {
          names: [...domains.whatsapp, ...domains.messenger],
          answer: { addresses: ['10.10.34.34'] },
        },
      ],
      tls: [{ names: ['*'], onAddresses: ['10.10.34.34'], action: 'reset' }],
      http: [
        {
          hosts: [...domains.whatsapp, ...domains.messenger],
          scheme: 'http',
          answer: {
            status: 403,
            headers: html,
            body: '<html><iframe src="http://10.10.34.34?type=Invalid Site"></iframe></html>',
          },
        },
      ],
    }),
    name: 'at home in Iran: names forged to the state’s server, which resets TLS',
    origin: 'Iran: addresses 10.10.34.34 to .36',
    network: ['normal'],
    services: {
      // All its names are asked in HTTPS alone, which does not show where they lead.
      whatsapp: { ...ledToState(), deepest: ['reset'] },
      messenger: {
        ...ledToState(),
        deepest: ['dns.injection.bogon', 'http.blockpage', 'reset'],
      },
    },
    others: ok,
  },
  {
    ...at('Europe/Istanbul', turkish, {
      tls: [
        { names: [...domains.whatsapp, ...domains.telegram], action: { bytesPerSecond: 15_000 } },
      ],
    }),
    name: 'at home in Turkey: two messengers at 15 kB/s',
    origin: 'Turkey: 7 to 8 September 2025',
    network: ['normal'],
    services: { whatsapp: throttled, telegram: throttled },
    others: ok,
  },
  {
    ...at('Asia/Almaty', kazakh, { allowlist: controlsOf('KZ') }),
    name: 'at home in Kazakhstan: only sites inside the country answer',
    origin: 'Kazakhstan: 5 to 10 January 2022',
    network: ['allowlist'],
    others: shutOff,
  },
  {
    ...at('Asia/Dubai', emirati, {
      tls: [{ names: domains.discord, action: 'silent' }],
      http: [
        { hosts: domains.discord, scheme: 'http', answer: toPage('http://lighthouse.du.ae/') },
      ],
    }),
    name: 'at home in the Emirates: silence after the server name, and a warning page',
    origin: 'the Emirates: Discord named as blocked in 2018; citizenlab/filtering-annotations',
    network: ['normal'],
    services: {
      discord: {
        ...silentByName,
        mechanisms: [...(silentByName.mechanisms ?? []), 'http.redirect', 'http.blockpage'],
        deepest: ['tls.timeout.sni', 'http.redirect'],
      },
    },
    others: ok,
  },
  {
    ...at('Asia/Karachi', pakistani, {
      addressRules: [{ targets: ['mmg.whatsapp.net', 'pps.whatsapp.net'], action: 'drop' }],
      tls: [{ names: domains.telegram, action: 'close' }],
    }),
    name: 'at home in Pakistan: media of one messenger dropped, another closed by name',
    origin: 'Pakistan: media of WhatsApp, summer of 2024; Telegram from autumn',
    network: ['normal'],
    services: {
      whatsapp: impaired(
        { states: ['likely_blocked'], mechanisms: ['timeout', 'tcp.timeout'] },
        { web: ['ok'], media: ['likely_blocked'] },
      ),
      // Its data centres answer.
      telegram: impaired(resetByName, { web: ['blocked'], messages: ['ok'] }),
    },
    others: ok,
  },
  {
    name: 'the month is used up: everything at 6 kB/s but sites at home',
    origin: 'a mobile tariff whose sites at home cost nothing',
    world: {
      tls: [
        {
          names: [...neutralNames, ...foreignDomains, ...resolverNames],
          action: { bytesPerSecond: 6000 },
        },
      ],
    },
    network: ['normal', 'degraded'],
    services: { max: ok, vk: ok },
    others: {
      states: ['ok', 'insufficient', 'impaired'],
      mechanisms: ['tls.throttle.sni', 'timeout'],
      mechanismIsOptional: true,
    },
    withinMs: 150_000,
  },
  {
    name: "a VPN's exit that three services turn away with one page of their content network",
    origin: 'Cloudflare shows the same page for all its customers (error 1020)',
    browser: { timeZone: 'Europe/Moscow' },
    world: {
      exit: dutchServer,
      http: [
        {
          hosts: onOneNetwork,
          answer: {
            status: 403,
            headers: { ...html, server: 'cloudflare', 'cf-ray': '8c1f2a7b9d0e1f23-AMS' },
            body: '<!doctype html><title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>',
          },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "a VPN's exit that services and neutral sites answer with 429",
    origin: 'an exit of which thousands ask at once',
    browser: { timeZone: 'Europe/Moscow' },
    world: {
      exit: dutchServer,
      http: [
        {
          hosts: [
            ...onOneNetwork,
            ...domains.whatsapp,
            '.github.com',
            '.cloudflare.com',
            '.google.com',
          ],
          answer: {
            status: 429,
            headers: { ...html, server: 'cloudflare', 'retry-after': '60' },
            body: '<!doctype html><title>Access denied | Cloudflare</title>error code: 1015',
          },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
];

function cutByName() {
  return resetByName.mechanisms ?? [];
}

/** Its own page over plain HTTP, known by the vendor's host. */
function ledToVendor(): Expectation {
  return {
    ...own,
    mechanisms: ['tls.mitm', 'http.redirect', 'http.blockpage'],
  };
}

/** The address is hidden in Chromium, and no server name is at fault at a server of the state's. */
function ledToState(): Expectation {
  return {
    states: ['blocked', 'likely_blocked'],
    scope: 'service',
    mechanisms: [
      'dns.injection.bogon',
      'dns.injection.blockpage',
      'http.blockpage',
      'reset',
      'tcp.reset',
      'tls.reset',
    ],
  };
}
