import { plainDataCentres } from '../network/known-names.ts';
import { either, gap, offlineInFirefox, ok, shutOff } from './expectations.ts';
import {
  allowed,
  bareServers,
  controlsOf,
  domains,
  foreignDomains,
  neutralNames,
  resolverAddresses,
  resolverNames,
} from './names.ts';
import { toPortal } from './portal.ts';
import type { Expectation, Scenario } from './scenario.ts';

const loginPage = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<title>Log in to the network</title>',
};

const googles = ['.gstatic.com', '.google.com'];
const namesButGoogles = [
  ...neutralNames.filter((name) => !googles.includes(name)),
  ...controlsOf('RU'),
  ...Object.values(domains).flat(),
];

/** No trusted resolver is reachable, so the way in which a name fails stays hidden. */
const withoutNames: Expectation = {
  ...shutOff,
  mechanisms: ['timeout', 'tcp.timeout', 'dns.error', 'dns.nxdomain'],
  deepest: ['dns.error'],
};

/** The network itself: offline, portal, allowlist, wrong clock, interception of everything. */
export const networkScenarios: Scenario[] = [
  {
    name: 'all clear',
    origin: 'ooni/webconnectivityqa: successWithHTTPS',
    world: {},
    network: ['normal'],
    others: ok,
    core: true,
  },
  {
    name: 'offline behind a link that is up',
    origin: 'a router without an uplink',
    world: { offline: true },
    network: ['offline'],
    others: gap,
    withinMs: 15_000,
    firefox: offlineInFirefox,
    core: true,
  },
  {
    name: 'the link is down',
    origin: 'a cable pulled out',
    world: {},
    phases: [{ afterMs: 0, link: 'down' }],
    network: ['offline'],
    others: gap,
    withinMs: 15_000,
    firefox: offlineInFirefox,
  },
  {
    name: 'captive portal',
    origin: 'a hotel, with TLS impersonated',
    world: { captivePortal: true },
    network: ['captive_portal'],
    others: gap,
    core: true,
  },
  {
    name: 'a portal that answers in place, without a redirect',
    origin: 'a train',
    world: {
      tls: [{ names: ['*'], action: 'forged' }],
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
      http: [{ hosts: ['*'], scheme: 'http', answer: loginPage }],
    },
    network: ['captive_portal'],
    others: gap,
  },
  {
    name: 'a portal that resets all TLS and redirects plain HTTP',
    origin: 'an airport',
    world: {
      tls: [{ names: ['*'], action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'refuse' }],
      http: [toPortal],
    },
    network: ['captive_portal'],
    others: gap,
  },
  ...(['silent', 'reset'] as const).map(
    (answer): Scenario => ({
      name: `plain HTTP is closed to all (${answer})`,
      origin: "an office's firewall that lets port 443 alone through",
      world: { http: [{ hosts: ['*'], scheme: 'http', answer }] },
      network: ['normal'],
      services: { telegram: { ...gap, roles: { web: ['ok'], messages: ['insufficient'] } } },
      others: ok,
    }),
  ),
  {
    name: 'a portal that lets the sites of one operator through',
    origin: 'a hotel in which guests sign in with an account of Google',
    world: {
      tls: [{ names: namesButGoogles, action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'refuse' }],
      http: [toPortal],
    },
    network: ['captive_portal'],
    others: gap,
  },
  {
    name: 'a portal that resolves every name to itself',
    origin: 'a café with an old router',
    world: {
      dns: [{ names: ['*'], answer: { addresses: ['10.0.0.1'] } }],
      tls: [{ names: ['*'], action: 'forged' }],
      addressRules: [{ targets: [...resolverAddresses, ...plainDataCentres], action: 'drop' }],
      http: [{ hosts: ['*'], scheme: 'http', answer: loginPage }],
    },
    network: ['captive_portal'],
    others: gap,
  },
  {
    name: 'a portal that greets and lets everything pass',
    origin: "a network that answers the systems' own checks with an advertisement",
    world: {
      http: [
        {
          hosts: ['detectportal.firefox.com', 'www.msftconnecttest.com'],
          answer: { status: 302, headers: { location: 'http://portal.lab/' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'wrong clock',
    origin: 'a computer with an empty battery',
    world: { wrongClock: true },
    network: ['degraded'],
    others: gap,
    core: true,
  },
  {
    name: 'all TLS intercepted under an unknown root',
    origin: 'a virus scanner whose root is missing in this browser',
    world: { tls: [{ names: ['*'], action: 'forged' }] },
    network: ['degraded'],
    others: gap,
  },
  {
    name: 'all TLS but that of banks and Apple intercepted under an unknown root',
    origin: 'an office whose root is missing in this browser, and which spares what it must',
    world: {
      tls: [
        {
          names: [
            ...neutralNames,
            ...resolverNames,
            '.ya.ru',
            '.mail.ru',
            ...Object.entries(domains).flatMap(([id, names]) => (id === 'facetime' ? [] : names)),
          ],
          action: 'forged',
        },
      ],
    },
    network: ['degraded'],
    trouble: 'certificates',
    services: { facetime: either(ok, gap) },
    others: gap,
  },
  {
    name: 'all TLS but that of Google and Meta intercepted under an unknown root',
    origin: 'a virus scanner whose root is missing in this browser, and which spares pinned names',
    world: {
      tls: [
        {
          names: [
            ...neutralNames.filter((one) => one !== '.gstatic.com' && one !== '.google.com'),
            ...resolverNames.filter((one) => !one.includes('google')),
            '.ya.ru',
            '.mail.ru',
            ...Object.entries(domains).flatMap(([id, names]) =>
              id === 'whatsapp' || id === 'messenger' ? [] : names,
            ),
          ],
          action: 'forged',
        },
      ],
    },
    network: ['degraded'],
    trouble: 'certificates',
    services: { whatsapp: either(ok, gap), messenger: either(ok, gap) },
    others: gap,
  },
  ...(['all requests', 'all requests over TLS'] as const).map(
    (which): Scenario => ({
      name: `an office whose session has run out leads ${which} to its page to log in`,
      origin: 'a gateway that opens TLS under an installed root, and asks who a person is',
      world: {
        tls: [{ names: ['*'], action: 'intercepted' }],
        http: [
          {
            hosts: ['*'],
            ...(which === 'all requests over TLS' && { scheme: 'https' }),
            answer: { status: 302, headers: { location: 'https://login.example.com/sso' } },
          },
        ],
      },
      network: ['captive_portal', 'degraded'],
      // Its data centres answer without TLS, and so they lead nowhere else.
      services:
        which === 'all requests'
          ? {}
          : {
              telegram: {
                states: ['impaired', 'insufficient'],
                mechanisms: ['http.redirect'],
                mechanismIsOptional: true,
              },
            },
      others: gap,
    }),
  ),
  ...(
    [
      [200, 'all requests'],
      [403, 'all requests over TLS'],
    ] as const
  ).map(
    ([status, which]): Scenario => ({
      name: `a gateway answers ${which} with one page, by ${status}`,
      origin: 'a plane or an office that opens TLS under an installed root, before one has agreed',
      world: {
        tls: [{ names: ['*'], action: 'intercepted' }],
        http: [
          {
            hosts: ['*'],
            ...(which === 'all requests over TLS' && { scheme: 'https' }),
            answer: { ...loginPage, status },
          },
        ],
      },
      network: ['captive_portal', 'degraded'],
      // Its data centres answer without TLS.
      services:
        which === 'all requests'
          ? {}
          : {
              telegram: {
                states: ['impaired', 'insufficient'],
                mechanisms: ['http.blockpage'],
                mechanismIsOptional: true,
              },
            },
      others: gap,
    }),
  ),
  {
    name: 'a gateway leads all requests to a path of the same host',
    origin: 'a gateway that asks in place who a person is',
    world: {
      tls: [{ names: ['*'], action: 'intercepted' }],
      http: [{ hosts: ['*'], answer: { status: 302, headers: { location: '/.gateway/login' } } }],
    },
    network: ['captive_portal', 'degraded'],
    others: gap,
  },
  {
    name: 'a gateway answers 503 in place of all that is foreign, and sites at home pass',
    origin: "an office's gateway that is out of order, and spares sites at home",
    world: {
      tls: [{ names: ['*'], action: 'intercepted' }],
      http: [
        {
          hosts: [...neutralNames, ...foreignDomains, ...resolverNames],
          scheme: 'https',
          answer: { status: 503 },
        },
      ],
    },
    network: ['degraded', 'allowlist'],
    services: {
      max: ok,
      vk: ok,
      telegram: {
        states: ['impaired', 'insufficient'],
        mechanisms: ['http.error'],
        mechanismIsOptional: true,
      },
      signal: either(ok, gap),
    },
    others: gap,
  },
  {
    name: 'all TLS but that of home intercepted under an unknown root, and two neutral sites silent',
    origin: 'an office that spares sites at home',
    world: {
      tls: [
        { names: ['.github.com', '.wikipedia.org'], action: 'silent' },
        { names: [...neutralNames, ...foreignDomains, ...resolverNames], action: 'forged' },
      ],
    },
    network: ['degraded'],
    trouble: 'certificates',
    services: {
      max: ok,
      vk: ok,
      telegram: {
        states: ['impaired', 'insufficient'],
        mechanisms: ['tls.mitm'],
        mechanismIsOptional: true,
      },
      facetime: either(ok, gap),
    },
    others: gap,
  },
  {
    name: 'all TLS intercepted under a trusted root',
    origin: 'a virus scanner or a workplace',
    world: { tls: [{ names: ['*'], action: 'intercepted' }] },
    // Without access to certificates, only a trusted certificate for Signal could reveal it.
    network: ['normal', 'degraded'],
    services: { signal: either(ok, gap) },
    others: ok,
  },
  {
    name: 'allowlist',
    origin: 'Russia: mobile allowlists since September 2025, names still resolved',
    world: { allowlist: allowed },
    network: ['allowlist'],
    services: { max: ok, vk: ok },
    others: shutOff,
    core: true,
  },
  {
    name: 'allowlist, names refused as well',
    origin: 'Russia: mobile allowlists, foreign names not resolved',
    world: {
      allowlist: allowed,
      dns: [
        { names: allowed, answer: 'truth' },
        { names: ['*'], answer: 'nxdomain' },
      ],
    },
    network: ['allowlist'],
    services: {
      max: ok,
      vk: ok,
      // Its data centres are contacted by address, and are silent.
      telegram: { ...withoutNames, deepest: ['dns.error', 'timeout'] },
    },
    others: withoutNames,
  },
  {
    name: 'allowlist behind a proxy that answers plain HTTP with 504',
    origin: 'a provider whose proxy does not reach what is abroad',
    world: {
      tls: [{ names: [...neutralNames, ...foreignDomains, ...resolverNames], action: 'silent' }],
      addressRules: [{ targets: bareServers.filter((one) => one !== '77.88.8.8'), action: 'drop' }],
      http: [
        {
          hosts: ['detectportal.firefox.com', 'www.msftconnecttest.com', ...plainDataCentres],
          scheme: 'http',
          answer: { status: 504, headers: { via: '1.1 proxy' } },
        },
      ],
    },
    network: ['allowlist'],
    services: { max: ok, vk: ok, telegram: { ...shutOff, mechanismIsOptional: true } },
    others: { ...shutOff, mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout'] },
  },
  {
    name: 'allowlist that answers plain HTTP with a redirect',
    origin: "an operator's page on what the plan includes",
    world: {
      tls: [
        {
          names: [
            ...neutralNames,
            ...domains.whatsapp,
            ...domains.telegram,
            ...domains.signal,
            ...domains.viber,
            ...domains.facetime,
            ...domains.snapchat,
            ...domains.discord,
            ...domains.messenger,
          ],
          action: 'reset',
        },
      ],
      addressRules: [{ targets: [...resolverAddresses, ...plainDataCentres], action: 'drop' }],
      http: [toPortal],
    },
    // It is an allowlist that looks like a portal; the contract does not say which takes precedence.
    network: ['allowlist', 'captive_portal'],
    services: { max: either(ok, gap), vk: either(ok, gap) },
    others: {
      states: ['likely_blocked', 'insufficient'],
      mechanisms: ['reset', 'timeout', 'tcp.timeout'],
      deepest: ['reset'],
    },
  },
  {
    name: 'allowlist with Max alone',
    origin: 'Russia: an early allowlist of one operator',
    world: { allowlist: ['.ya.ru', '.mail.ru', ...domains.max] },
    network: ['allowlist'],
    services: { max: ok },
    others: shutOff,
  },
  {
    name: 'a portal that answers 511 and resets all TLS',
    origin: 'RFC 6585',
    world: {
      tls: [{ names: ['*'], action: 'reset' }],
      addressRules: [{ targets: bareServers, action: 'reset' }],
      http: [
        { hosts: ['*'], scheme: 'http', answer: { status: 511, body: '<title>Log in</title>' } },
      ],
    },
    network: ['captive_portal'],
    others: gap,
  },
  {
    name: 'a portal that refuses all names but those of the checks for portals',
    origin: 'a walled garden by names',
    world: {
      dns: [
        {
          names: ['detectportal.firefox.com', 'www.msftconnecttest.com', 'portal.lab'],
          answer: 'truth',
        },
        { names: ['*'], answer: 'refused' },
      ],
      addressRules: [{ targets: bareServers, action: 'drop' }],
      http: [toPortal],
    },
    network: ['captive_portal'],
    others: gap,
  },
  {
    name: 'every certificate is lost, as its packets are too large for the line',
    origin: 'notices about the size of packets are filtered (RFC 2923)',
    world: { tls: [{ names: ['*'], action: { freezeAfterBytes: 1200 } }] },
    network: ['degraded', 'offline'],
    others: gap,
  },
  {
    name: 'names are found, and nothing else answers',
    origin: "a child's device after hours: the router answers names and drops the rest",
    world: { addressRules: [{ targets: ['0.0.0.0/1', '128.0.0.0/1'], action: 'drop' }] },
    network: ['offline', 'degraded'],
    others: gap,
    withinMs: 100_000,
  },
  {
    name: "allowlist with the browser's own checks for portals on it",
    origin: 'Russia: telephones leave a network on which these checks fail',
    world: {
      allowlist: [
        ...allowed,
        'www.gstatic.com',
        'detectportal.firefox.com',
        'connectivity-check.ubuntu.com',
        'www.msftconnecttest.com',
        'captive.apple.com',
      ],
    },
    network: ['allowlist', 'degraded'],
    services: { max: ok, vk: ok },
    others: { states: ['likely_blocked', 'insufficient'], mechanisms: ['timeout', 'tcp.timeout'] },
    withinMs: 130_000,
  },
  {
    name: 'a gateway answers two requests of five with 502',
    origin: 'a proxy of an office, with too many people behind it',
    world: { http: [{ hosts: ['*'], percent: 40, answer: { status: 502 } }] },
    network: ['normal', 'degraded'],
    others: either(ok, gap),
    steadyRounds: 3,
  },
  {
    name: 'a gateway hangs up on two requests of five',
    origin: 'a proxy that looks into TLS, with too many people behind it',
    world: { http: [{ hosts: ['*'], scheme: 'https', percent: 40, answer: 'hang-up' }] },
    network: ['normal', 'degraded'],
    others: either(ok, gap),
    steadyRounds: 2,
    withinMs: 150_000,
  },
  {
    name: 'a hotel of two gateways, of which one does not know the guest',
    origin: 'a session that one of two boxes keeps',
    world: {
      tls: [{ names: ['*'], action: 'forged', percent: 40 }],
      http: [{ ...toPortal, percent: 40 }],
    },
    network: ['normal', 'captive_portal'],
    others: either(ok, gap),
    steadyRounds: 2,
    withinMs: 150_000,
    firefox: {
      steadyRounds: 0,
      why: 'over connections that it keeps for minutes, neutral sites show no certificate; it does not say so',
    },
  },
  {
    name: 'all sites abroad take eight seconds to their first byte',
    origin: 'a country whose way abroad is overloaded, or held back',
    world: {
      http: [
        { hosts: allowed, scheme: 'https' },
        { hosts: ['*'], scheme: 'https', delayMs: 8_000 },
      ],
    },
    network: ['normal', 'degraded'],
    services: { max: ok, vk: ok },
    others: { states: ['ok', 'insufficient'] },
    withinMs: 120_000,
  },
  {
    name: 'the way abroad is out for nine seconds as a check begins',
    origin: 'a provider whose routes are announced anew',
    world: { allowlist: allowed },
    phases: [{ afterMs: 9_000, world: {} }],
    network: ['normal', 'degraded'],
    services: { max: ok, vk: ok },
    others: { states: ['ok', 'insufficient'] },
    withinMs: 120_000,
  },
];
