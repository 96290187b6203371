import { either, gap, ok, resetByName } from './expectations.ts';
import { controlsOf, domains, resolverAddresses, resolverNames } from './names.ts';
import type { BrowserSetup, Expectation, Scenario } from './scenario.ts';

/** Both are honest if luck decides whether a role was measured; a block is never honest. */
const measuredOrNot = either(ok, gap);

const linkLostInFirefox =
  'under remote control it does not notice a lost link: names fail, and resolve later';

const inHttpsOnly: BrowserSetup = { firefoxPreferences: { 'dom.security.https_only_mode': true } };
const withoutTimes: BrowserSetup = { firefoxPreferences: { 'dom.enable_resource_timing': false } };

/** It tells of no answer whether its connection was new. */
const overUnknown: Expectation = {
  ...ok,
  confidence: ['low', 'medium'],
  reasons: ['over-old-connection'],
};

const allServices = Object.values(domains).flat();

/** Everyday faults: none is censorship, and none may be reported as such. */
export const benignScenarios: Scenario[] = [
  {
    name: 'one packet in twenty lost',
    origin: 'a weak radio link',
    world: { lossPercent: 5 },
    // The browser sees delays, not losses: whether it notices them is a matter of luck.
    network: ['normal', 'degraded'],
    others: ok,
  },
  {
    name: 'one packet in ten lost',
    origin: 'a weak radio link',
    world: { lossPercent: 10 },
    network: ['normal', 'degraded'],
    others: measuredOrNot,
  },
  {
    name: 'one packet in five lost',
    origin: 'a bad radio link',
    world: { lossPercent: 20 },
    network: ['normal', 'degraded'],
    others: measuredOrNot,
    withinMs: 90_000,
  },
  {
    name: 'two packets in five lost',
    origin: 'a radio link at its end',
    world: { lossPercent: 40 },
    network: ['degraded', 'offline'],
    others: measuredOrNot,
    withinMs: 120_000,
    firefox: { why: 'chance decides how many connections get through' },
  },
  {
    name: 'latency of a satellite',
    origin: 'a geostationary link',
    world: { latencyMs: 600 },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'latency of 2G',
    origin: 'an overloaded mobile cell',
    world: { latencyMs: 1_500 },
    network: ['degraded'],
    others: ok,
  },
  {
    name: 'line rate of EDGE',
    origin: 'a mobile cell in the country',
    world: { bytesPerSecond: 25_000 },
    network: ['normal', 'degraded'],
    others: ok,
    withinMs: 90_000,
  },
  {
    name: 'line rate of GPRS',
    origin: 'a mobile cell in the country',
    world: { bytesPerSecond: 5_000 },
    network: ['degraded'],
    others: measuredOrNot,
    withinMs: 240_000,
    firefox: { why: 'the moment decides what ends within its time limit' },
  },
  {
    name: 'sleep and wake in mid-round',
    origin: 'a laptop that is closed and opened',
    world: {},
    phases: [
      { afterMs: 500, link: 'down' },
      { afterMs: 3_000, link: 'up' },
    ],
    // The last gate may fall into the pause.
    network: ['normal', 'offline'],
    others: measuredOrNot,
    firefox: { network: ['normal', 'offline', 'degraded'], why: linkLostInFirefox },
  },
  {
    name: 'another Wi-Fi in mid-round',
    origin: 'a person who walks',
    world: {},
    phases: [
      { afterMs: 500, link: 'down' },
      { afterMs: 700, link: 'up' },
    ],
    network: ['normal'],
    others: measuredOrNot,
  },
  {
    name: 'the link comes up in mid-round',
    origin: 'a computer that has just started',
    world: {},
    phases: [
      { afterMs: 0, link: 'down' },
      { afterMs: 2_000, link: 'up' },
    ],
    network: ['normal', 'offline'],
    others: measuredOrNot,
    firefox: { network: ['normal', 'offline', 'degraded'], why: linkLostInFirefox },
  },
  {
    name: 'the network breaks down in mid-round',
    origin: 'a router that restarts',
    world: {},
    // Counted from a service's request, not from the start: in a slow browser nothing may have answered by 800 ms.
    phases: [{ afterMs: 0, onceContacted: 'www.viber.com', world: { offline: true } }],
    // Services that got through before keep their verdict; the others get none. The network has broken down by then,
    // unless the round was over.
    network: ['degraded', 'normal'],
    others: measuredOrNot,
    firefox: { why: 'the moment decides what got through before' },
  },
  {
    name: 'the resolver comes back in mid-round',
    origin: 'a resolver that restarts',
    world: { dns: [{ names: ['*'], answer: 'servfail' }] },
    phases: [{ afterMs: 2_500, world: {} }],
    network: ['normal', 'degraded'],
    others: measuredOrNot,
  },
  {
    name: 'the first handshake with every name is cut',
    origin: 'a flaky path',
    world: { tls: [{ names: ['*'], action: 'reset', times: 1 }] },
    network: ['normal'],
    others: ok,
    core: true,
  },
  {
    name: "a service's first two probes are cut, the third gets through",
    origin: 'a flaky path',
    // Each probe makes two handshakes, since the browser repeats one that was cut.
    world: { tls: [{ names: ['www.viber.com'], action: 'reset', times: 4 }] },
    network: ['normal'],
    services: { viber: ok },
    others: ok,
  },
  {
    name: 'content networks give other addresses to other resolvers',
    origin: 'ooni/webconnectivityqa: dnsHijackingToProxyWithHTTPURL',
    world: {
      dns: [
        { names: ['discord.com'], answer: { addresses: ['20.9.9.1'] } },
        { names: ['web.whatsapp.com'], answer: { addresses: ['20.9.9.2'] } },
        { names: ['www.snapchat.com'], answer: { addresses: ['20.9.9.3'] } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'every name at a made-up address, as some VPN programs do it',
    origin: 'tunnels that invent addresses of 198.18.0.0/15',
    world: { dns: [{ names: ['*'], answer: { addresses: ['198.18.0.5'] } }], doh: { yandex: [] } },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'an ad blocker cancels requests to a service',
    origin: 'an extension with a list of names',
    world: {},
    browser: {
      blockedByExtension: ['www.viber.com', 'download.cdn.viber.com', 'secure.viber.com'],
    },
    network: ['normal'],
    services: { viber: gap },
    others: ok,
    core: true,
  },
  {
    name: "an ad blocker cancels requests to a service's media",
    origin: 'an extension with a list of names',
    world: {},
    browser: { blockedByExtension: ['mmg.whatsapp.net', 'pps.whatsapp.net'] },
    network: ['normal'],
    services: { whatsapp: { ...gap, roles: { web: ['ok'], media: ['insufficient'] } } },
    others: ok,
  },
  {
    name: 'an ad blocker cancels requests to controls',
    origin: 'an extension with a list of names',
    world: {},
    browser: { blockedByExtension: ['www.gstatic.com', 'detectportal.firefox.com'] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'one foreign control is down',
    origin: 'an outage of a control',
    world: { addressRules: [{ targets: ['www.gstatic.com'], action: 'drop' }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'everything of one operator of controls is down',
    origin: 'an outage of Cloudflare',
    world: {
      addressRules: [
        {
          targets: [
            'cp.cloudflare.com',
            'cloudflare-dns.com',
            'one.one.one.one',
            ...resolverAddresses,
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'two of three foreign controls fail',
    origin: 'outages of controls',
    world: {
      addressRules: [{ targets: ['cp.cloudflare.com', 'www.gstatic.com'], action: 'refuse' }],
    },
    // One answers at once; whether so many failures count as loss is left open.
    network: ['normal', 'degraded'],
    others: ok,
  },
  {
    name: 'domestic controls refuse strangers',
    origin: 'a person abroad',
    world: { addressRules: [{ targets: controlsOf('RU'), action: 'refuse' }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'portal checks are down',
    origin: 'a filter of telemetry',
    world: {
      dns: [{ names: ['detectportal.firefox.com', 'www.msftconnecttest.com'], answer: 'nxdomain' }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'every DoH resolver is blocked and nothing else',
    origin: 'ooni/webconnectivityqa: controlFailureWithSuccessfulHTTPSWebsite',
    world: {
      tls: [{ names: resolverNames, action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    },
    network: ['normal'],
    others: ok,
    core: true,
  },
  {
    name: 'Quad9 is down',
    origin: 'an outage of a resolver',
    world: {
      addressRules: [{ targets: ['dns10.quad9.net', '9.9.9.10', '9.9.9.9'], action: 'drop' }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'every DoH resolver answers 503',
    origin: 'resolvers that limit requests',
    world: {
      http: [{ hosts: [...resolverNames, '1.1.1.1'], path: '/dns-query', answer: { status: 503 } }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "a service's hosts share one address",
    origin: 'a reverse proxy in front of many names',
    world: {
      addresses: {
        'www.snapchat.com': ['20.5.5.5'],
        'accounts.snapchat.com': ['20.5.5.5'],
        'app.snapchat.com': ['20.5.5.5'],
        'static.snapchat.com': ['20.5.5.5'],
      },
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a service that is slow to begin',
    origin: 'a server under load',
    world: { tls: [{ names: domains.viber, action: 'intercepted', delayMs: 2_000 }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a browser that asks for everything in HTTPS',
    origin: 'HTTPS-Only Mode of Firefox, which its forks turn on',
    world: {},
    browser: inHttpsOnly,
    network: ['normal'],
    others: ok,
    firefox: {
      services: { telegram: { ...gap, reasons: ['asked-in-https'] } },
      why: "in this mode it asks for Telegram's data centres in HTTPS, which they do not speak",
    },
  },
  {
    name: 'a captive portal, in a browser that asks for everything in HTTPS',
    origin: 'HTTPS-Only Mode of Firefox, which its forks turn on',
    world: { captivePortal: true },
    browser: inHttpsOnly,
    network: ['captive_portal'],
    others: gap,
    firefox: {
      network: ['degraded'],
      trouble: 'certificates',
      why: 'in this mode it asks in HTTPS for what shows a portal',
    },
  },
  {
    name: 'a browser that tells no times, and a reset by name',
    origin: '`dom.enable_resource_timing`, which a person has switched off in Firefox',
    world: { tls: [{ names: domains.discord, action: 'reset' }] },
    browser: withoutTimes,
    network: ['normal'],
    services: { discord: resetByName, signal: ok },
    others: ok,
    firefox: {
      others: overUnknown,
      why: 'with this preference it tells of no answer whether its connection was new',
    },
  },
  {
    name: 'neutral sites refuse the country',
    origin: 'sanctions: Crimea, Iran',
    world: {
      http: [
        { hosts: ['www.gstatic.com', '.google.com', '.amazonaws.com'], answer: { status: 403 } },
        { hosts: ['.github.com', '.apache.org'], answer: { status: 451 } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: '421, 425, 429, and a challenge with 503 are answers',
    origin: 'contract, rule 4',
    world: {
      http: [
        { hosts: domains.viber, scheme: 'https', answer: { status: 421 } },
        { hosts: domains.snapchat, scheme: 'https', answer: { status: 425 } },
        { hosts: domains.whatsapp, scheme: 'https', answer: { status: 429 } },
        {
          hosts: [...domains.discord, ...domains.messenger],
          scheme: 'https',
          answer: { status: 503, headers: { 'cf-mitigated': 'challenge' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'every service answers 204, and nothing else',
    origin: 'contract, rule 4: an empty answer is one',
    world: { http: [{ hosts: allServices, scheme: 'https', answer: { status: 204 } }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'the pages of three services are empty',
    origin: 'a broken release',
    world: {
      http: [
        {
          hosts: [...domains.discord, ...domains.whatsapp, ...domains.vk],
          scheme: 'https',
          answer: { status: 200, body: '' },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'one service moves to a name that the catalogue does not know',
    origin: 'contract, rule 4: only what services of different operators share is a filter',
    world: {
      http: [
        {
          hosts: ['www.viber.com'],
          scheme: 'https',
          answer: { status: 301, headers: { location: 'https://www.example.com/viber' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'the line loses everything for a second and a half, again and again',
    origin: 'a train between poles',
    world: {},
    phases: [0, 1, 2, 3, 4].flatMap((turn) => [
      { afterMs: 1000 + turn * 6000, world: { offline: true, keepsConnections: true } },
      { afterMs: 2500 + turn * 6000, world: { keepsConnections: true } },
    ]),
    network: ['normal', 'degraded'],
    others: measuredOrNot,
  },
  {
    name: 'the first answers of three services lead to pages to log in, to agree and of a country, in other domains of their own',
    origin: 'services that treat a country in a way of its own',
    world: {
      http: [
        {
          hosts: ['web.whatsapp.com'],
          scheme: 'https',
          answer: { status: 302, headers: { location: 'https://www.facebook.com/login' } },
        },
        {
          hosts: ['vk.ru', 'vk.com'],
          scheme: 'https',
          answer: { status: 302, headers: { location: 'https://login.vk.company/' } },
        },
        {
          hosts: ['www.snapchat.com'],
          scheme: 'https',
          answer: { status: 302, headers: { location: 'https://www.snap.com/country/ru' } },
        },
        {
          hosts: ['.discordapp.com'],
          scheme: 'https',
          answer: { status: 403, body: 'Service is not available in your country' },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  ...[3, 9].map(
    (seconds): Scenario => ({
      name: `an inspecting box of an office shows its own certificates for ${seconds} s`,
      origin: 'a firewall that opens all TLS until its list of exceptions is loaded',
      world: {},
      phases: [
        {
          afterMs: 0,
          onceContacted: 'www.viber.com',
          world: { tls: [{ names: ['*'], action: 'forged' }] },
        },
        { afterMs: seconds * 1000, onceContacted: 'www.viber.com', world: {} },
      ],
      network: ['normal', 'degraded'],
      others: {
        states: ['ok', 'insufficient', 'impaired'],
        mechanisms: ['tls.mitm'],
        mechanismIsOptional: true,
      },
    }),
  ),
];
