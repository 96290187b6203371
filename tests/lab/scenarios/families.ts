import { isIPv6 } from 'node:net';
import { addressesOf } from '../network/addresses.ts';
import { plainDataCentres, serviceNames } from '../network/known-names.ts';
import { serviceHosts } from '../network/service-hosts.ts';
import type { ExitDescription, WorldDescription } from '../world/description.ts';
import { matchesName } from '../world/name-pattern.ts';
import {
  cutOff,
  dropped,
  either,
  gap,
  impaired,
  nameFails,
  ok,
  removed,
  resetByName,
  withheld,
} from './expectations.ts';
import { bareServers, domains, mute, stubAddress } from './names.ts';
import { toPortal } from './portal.ts';
import type { Expectation, Scenario } from './scenario.ts';

const everythingOverIpv6 = ['::/1', '8000::/1'];
const everythingOverIpv4 = ['0.0.0.0/1', '128.0.0.0/1'];
/** The canaries are blocked, as at home. */
const filtered: WorldDescription = {
  tls: [{ names: ['.linkedin.com', 'rutracker.org', 'x.com'], action: 'reset' }],
};
const dutchServer: ExitDescription = {
  country: 'NL',
  asn: 64500,
  address: '185.65.134.9',
  hosting: true,
};
const russianHousehold: ExitDescription = { country: 'RU', asn: 12389, address: '2a00:53::2' };
const moscow = { timeZone: 'Europe/Moscow' };

function hostsOf(service: keyof typeof domains): string[] {
  const all = new Set([...serviceHosts, ...(serviceNames[service] ?? [])]);
  return [...all].filter((host) => matchesName(domains[service], host));
}

function ipv6Of(host: string): string[] {
  return addressesOf(host, { family: 'dual' }).filter((address) => isIPv6(address));
}

/** Names of a service that have IPv6 addresses alone. */
function withIpv6Alone(service: keyof typeof domains): Record<string, string[]> {
  return Object.fromEntries(hostsOf(service).map((host) => [host, ipv6Of(host)]));
}

/** Hosts with an IPv4 address alone. */
function withIpv4Alone(hosts: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(hosts.map((host) => [host, addressesOf(host, {})]));
}

const discordOverIpv6 = hostsOf('discord').flatMap(ipv6Of);
const discordOverIpv4 = hostsOf('discord').flatMap((host) => addressesOf(host, {}));

/** Common to all: a line on which every messenger works. */
const well = { network: ['normal'], others: ok } satisfies Partial<Scenario>;
/** Telegram's data centres are IPv4 addresses, which lines without IPv4 may not reach. */
const withoutLiterals = { telegram: either(ok, gap) };

/** What answers is open; the false answer beside that may be told. */
const openBesideForgery: Expectation = {
  states: ['ok', 'impaired'],
  mechanisms: ['dns.injection.bogon'],
  mechanismIsOptional: true,
};

/** Lines with IPv6: beside IPv4, alone, behind a translator, and out of order. */
export const familyScenarios: Scenario[] = [
  {
    ...well,
    name: 'IPv6: both families, all clear',
    origin: 'a household with two stacks',
    world: { family: 'dual' },
    browser: moscow,
    routing: ['direct'],
    routingSignals: { unseen: ['families-differ', 'addresses-private'] },
  },
  {
    ...well,
    name: 'IPv6: no IPv4, all clear',
    origin: 'a line with IPv6 alone, without a translator',
    world: { family: 'ipv6-only' },
    browser: moscow,
    services: withoutLiterals,
    routing: ['direct'],
    routingSignals: { unseen: ['addresses-private', 'addresses-reserved'] },
  },
  {
    ...well,
    name: 'IPv6: behind a translator, all clear',
    origin: 'a mobile operator with NAT64 and DNS64',
    world: { family: 'nat64' },
    browser: moscow,
    services: withoutLiterals,
    routing: ['direct'],
    routingIsKnowable: true,
    routingSignals: { unseen: ['addresses-private', 'addresses-reserved'] },
  },
  {
    ...well,
    name: 'IPv6: addresses without a way',
    origin: 'a router that announces a prefix and drops it all',
    world: { family: 'dual', addressRules: [{ targets: everythingOverIpv6, action: 'drop' }] },
  },
  {
    name: 'IPv6: large packets are lost',
    origin: 'a tunnel for smaller ones, whose router does not say so',
    world: {
      family: 'dual',
      addresses: withIpv4Alone([
        'github.com',
        'checkip.amazonaws.com',
        ...hostsOf('viber'),
        ...hostsOf('signal'),
      ]),
      // Certificates take several packets: what is small gets through, a request without TLS among it.
      tls: [{ names: ['*'], onAddresses: ['2a0f::/16'], action: 'silent' }],
    },
    network: ['degraded'],
    trouble: 'loss',
    // Telegram's data centres are IPv4 addresses.
    services: {
      viber: ok,
      signal: ok,
      telegram: {
        states: ['insufficient', 'impaired'],
        mechanisms: ['timeout', 'tls.timeout'],
        mechanismIsOptional: true,
      },
    },
    others: gap,
    withinMs: 95_000,
  },
  {
    ...well,
    name: 'IPv6: reset by name in IPv6 alone',
    origin: 'an inspector that was set up for one family',
    core: true,
    world: {
      family: 'dual',
      tls: [{ names: domains.whatsapp, action: 'reset', onAddresses: ['2a0f::/16'] }],
    },
    services: { whatsapp: resetByName },
    firefox: {
      services: { whatsapp: either(resetByName, ok) },
      why: 'it may try the other family after a reset, and so gets through',
    },
  },
  {
    ...well,
    name: 'IPv6: reset by name in both families',
    origin: 'an ordinary filter on a line with two stacks',
    world: { family: 'dual', tls: [{ names: domains.discord, action: 'reset' }] },
    services: { discord: resetByName },
  },
  {
    ...well,
    name: 'IPv6: reset by name behind a translator',
    origin: 'an ordinary filter of a mobile operator',
    world: { family: 'nat64', tls: [{ names: domains.discord, action: 'reset' }] },
    services: { ...withoutLiterals, discord: resetByName },
  },
  {
    ...well,
    name: 'IPv6: reset by address in IPv6 alone',
    origin: 'a list of addresses of one family; the pair in the other one proves nothing',
    world: { family: 'dual', addressRules: [{ targets: discordOverIpv6, action: 'reset' }] },
    // A browser that is refused early takes the other family, and one that is cut off later does not: each connection anew.
    services: { discord: either(cutOff, ok, impaired(cutOff)) },
    firefox: { why: 'it may try the other family after a reset, and so gets through' },
  },
  {
    ...well,
    name: 'IPv6: addresses of one service dropped in IPv6 alone',
    origin: 'a list of addresses of one family; browsers fall back to the other',
    world: { family: 'dual', addressRules: [{ targets: discordOverIpv6, action: 'drop' }] },
  },
  {
    ...well,
    name: 'IPv6: names withheld in IPv6 alone',
    origin: 'a resolver that knows no AAAA',
    world: {
      family: 'dual',
      dns: [{ names: domains.whatsapp, type: 'AAAA', answer: 'empty' }],
    },
  },
  {
    ...well,
    name: 'IPv6: a service with IPv6 addresses alone',
    origin: 'a service that has given up IPv4',
    world: { family: 'dual', addresses: withIpv6Alone('viber') },
  },
  {
    ...well,
    name: 'IPv6: names with IPv6 addresses alone removed',
    origin: 'the state’s list, on a service that has given up IPv4',
    world: {
      family: 'dual',
      addresses: withIpv6Alone('viber'),
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
    },
    services: { viber: removed },
  },
  {
    ...well,
    name: 'IPv6: a service with IPv6 addresses alone, seen from IPv4',
    origin: 'its names have nothing for this line, which is nobody’s doing',
    world: { addresses: withIpv6Alone('viber') },
    services: { viber: gap },
  },
  {
    ...well,
    name: 'IPv6: names removed on a line with both families',
    origin: 'Russia, February 2026, in a household with two stacks',
    world: { family: 'dual', dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    services: { whatsapp: removed },
  },
  {
    ...well,
    name: 'IPv6: names removed behind a translator',
    origin: 'Russia, February 2026, on a mobile line',
    world: { family: 'nat64', dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    services: { ...withoutLiterals, whatsapp: removed },
  },
  {
    ...well,
    name: 'IPv6: addresses of one service dropped behind a translator',
    origin: 'an address list or an outage, on a line that has no IPv4 of its own',
    world: { family: 'nat64', addressRules: [{ targets: domains.discord, action: 'drop' }] },
    services: { ...withoutLiterals, discord: dropped },
    firefox: {
      services: { ...withoutLiterals, discord: either(dropped, gap) },
      why: 'after 250 ms of silence it asks for IPv4 addresses, and tells that the name has none',
    },
  },
  {
    ...well,
    name: 'IPv6: a tunnel for IPv4 alone',
    origin: 'a VPN that forgets IPv6',
    world: { family: 'dual', ...filtered, exit: dutchServer, exitOverIpv6: russianHousehold },
    browser: moscow,
    routing: ['split'],
    routingIsKnowable: true,
    routingAtMost: 'low',
    routingSignals: { seen: ['families-differ'] },
  },
  {
    name: 'IPv6: addresses without a way, beside a reset by name',
    origin: 'a router that hands out IPv6 and routes none',
    world: {
      family: 'dual',
      addressRules: [{ targets: ['2a0f::/16'], action: 'drop' }],
      tls: [{ names: domains.signal, action: 'reset' }],
    },
    network: ['normal'],
    services: { signal: resetByName },
    others: ok,
    firefox: {
      services: {
        signal: { states: ['likely_blocked'], mechanisms: ['timeout'], scope: 'service' },
      },
      why: 'where one family cuts it off it waits for the other, which is silent',
    },
  },
  {
    name: 'IPv6: downloads of a service freeze on a line with IPv6 alone',
    origin: 'the 16 kB freeze',
    world: {
      family: 'ipv6-only',
      tls: [{ names: domains.whatsapp, action: { freezeAfterBytes: 17_000 } }],
    },
    network: ['normal'],
    services: {
      telegram: either(ok, gap),
      whatsapp: {
        states: ['impaired'],
        mechanisms: ['tls.throttle.sni', 'http.throttle.host'],
        scope: 'service',
      },
    },
    others: ok,
    // It repeats the transfer 74 s later (docs/method.md, "Firefox").
    firefox: { withinMs: 130_000 },
  },
  {
    name: 'IPv6: names forged to a private address behind a translator',
    origin: 'mobile operators in Iran',
    browser: { timeZone: 'Asia/Tehran' },
    world: {
      family: 'nat64',
      dns: [{ names: domains.viber, answer: { addresses: ['10.10.34.35'] } }],
      tls: [{ names: domains.viber, onAddresses: ['10.10.34.35'], action: 'forged' }],
      http: [
        {
          hosts: domains.viber,
          onAddresses: ['10.10.34.35'],
          answer: { status: 403, body: '<iframe src="http://10.10.34.35:80/">' },
        },
      ],
      exit: { country: 'IR', asn: 44244, address: '5.112.1.2' },
    },
    network: ['normal'],
    services: {
      telegram: either(ok, gap),
      viber: {
        states: ['blocked'],
        mechanisms: [
          'dns.injection.blockpage',
          'dns.injection.bogon',
          'http.blockpage',
          'tls.mitm',
        ],
        scope: 'service',
      },
    },
    others: ok,
  },
  {
    ...well,
    name: 'IPv6: a service whose IPv4 address is dead, and one whose IPv6 address is',
    origin: 'browsers fall back to the other family (RFC 8305)',
    world: {
      family: 'dual',
      addresses: {
        'www.viber.com': ['20.64.1.1', ...ipv6Of('www.viber.com')],
        'www.snapchat.com': ['20.64.1.2', ...ipv6Of('www.snapchat.com')],
      },
      addressRules: [{ targets: ['20.64.1.1', ...ipv6Of('www.snapchat.com')], action: 'drop' }],
    },
  },
  {
    ...well,
    name: 'IPv6: names forged in IPv6 alone',
    origin: 'a filter that came too late to IPv4',
    world: {
      family: 'dual',
      dns: [
        {
          names: [...domains.viber, ...domains.discord],
          type: 'AAAA',
          answer: { addresses: ['2001:db8::1'] },
        },
      ],
    },
    // Browsers fall back to IPv4.
    services: { viber: openBesideForgery, discord: openBesideForgery },
  },
  {
    ...well,
    name: 'IPv6: addresses without a way, and lost packets over IPv4',
    origin: 'a router with a broken tunnel, on a bad line',
    world: {
      family: 'dual',
      addressRules: [{ targets: ['2a0f::/16'], action: 'drop' }],
      lossPercent: 12,
    },
    network: ['normal', 'degraded'],
    withinMs: 130_000,
  },
  {
    name: 'IPv6: a translator out of order, and the resolver alive',
    origin: 'a mobile operator without IPv4',
    world: { family: 'nat64', addressRules: [{ targets: ['64:ff9b::/96'], action: 'drop' }] },
    network: ['offline', 'degraded'],
    others: gap,
    withinMs: 110_000,
  },
  {
    ...well,
    name: 'IPv6: names forged to a private address in IPv4, reset by name in IPv6',
    origin: 'Iran: 10.10.34.36 for A, and a filter of names behind it',
    browser: { timeZone: 'Asia/Tehran' },
    world: {
      family: 'dual',
      dns: [{ names: domains.viber, type: 'A', answer: { addresses: ['10.10.34.36'] } }],
      tls: [{ names: domains.viber, action: 'reset' }],
      exit: { country: 'IR', asn: 44244, address: '5.112.1.2' },
    },
    services: {
      viber: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: [
          'reset',
          'tls.reset',
          'tls.reset.sni',
          'dns.injection.bogon',
          'dns.injection.blockpage',
        ],
        scope: 'service',
      },
    },
  },
  {
    ...well,
    name: 'IPv6: addresses of one service dropped in IPv4, its names reset in IPv6',
    origin: 'a list of IPv4 addresses, and a filter of names, on a line with both families',
    world: {
      family: 'dual',
      addressRules: [{ targets: discordOverIpv4, action: 'drop' }],
      tls: [{ names: domains.discord, onAddresses: ['2a0f::/16'], action: 'reset' }],
    },
    services: {
      discord: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: [
          'reset',
          'tls.reset',
          'tls.reset.sni',
          'timeout',
          'tcp.timeout',
          'tls.timeout',
          'tls.timeout.sni',
        ],
        scope: 'service',
      },
    },
    firefox: { why: 'where one family cuts it off it waits for the other, which is silent' },
  },
  {
    ...well,
    name: 'IPv6: no answer for IPv4 and an error for IPv6, for one service alone',
    origin: 'a resolver that withholds A and fails on AAAA',
    world: {
      family: 'dual',
      dns: [
        { names: domains.viber, type: 'A', answer: 'empty' },
        { names: domains.viber, type: 'AAAA', answer: 'servfail' },
      ],
      doh: mute,
    },
    services: { viber: withheld },
  },
  {
    ...well,
    name: 'IPv6: names forged to a public stub with a certificate of its own behind a translator',
    origin: 'a mobile operator with NAT64 that forges',
    world: {
      family: 'nat64',
      dns: [{ names: domains.viber, answer: { addresses: [stubAddress] } }],
      tls: [{ names: domains.viber, action: 'forged' }],
    },
    services: {
      ...withoutLiterals,
      viber: {
        states: ['blocked'],
        mechanisms: ['dns.injection.blockpage', 'dns.injection.other', 'tls.mitm'],
        scope: 'service',
      },
    },
  },
  {
    ...well,
    name: 'IPv6: IPv4 is dead on a line with both families',
    origin: 'a provider whose translation of IPv4 is out of order',
    world: {
      family: 'dual',
      addressRules: [{ targets: ['20.0.0.0/7', ...plainDataCentres], action: 'drop' }],
    },
    network: ['normal', 'degraded'],
    // Its data centres are IPv4 addresses.
    services: {
      telegram: {
        states: ['ok', 'insufficient', 'impaired'],
        mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout', 'tls.timeout.sni'],
        mechanismIsOptional: true,
      },
    },
    withinMs: 120_000,
  },
  {
    ...well,
    name: 'IPv6: services with IPv4 addresses alone, seen from IPv6',
    origin: 'their names have nothing for this line, which is nobody’s doing',
    world: {
      family: 'ipv6-only',
      addresses: withIpv4Alone([...hostsOf('viber'), ...hostsOf('discord')]),
    },
    services: { ...withoutLiterals, viber: gap, discord: gap },
  },
  {
    ...well,
    name: 'IPv6: addresses of one service are not translated',
    origin: 'a DNS64 that gets a wrong answer for AAAA (RFC 4074)',
    world: {
      family: 'nat64',
      dns: [{ names: domains.discord, type: 'AAAA', answer: 'empty' }],
      doh: { yandex: [] },
    },
    services: { ...withoutLiterals, discord: gap },
    firefox: {
      services: { ...withoutLiterals, discord: either(gap, withheld, nameFails) },
      why: 'it tells that the name has no address',
    },
  },
  {
    ...well,
    name: 'IPv6: addresses of one service withheld on a line with IPv6 alone',
    origin: 'a filter that takes AAAA away and leaves A, which this line cannot use',
    world: {
      family: 'ipv6-only',
      dns: [{ names: domains.viber, type: 'AAAA', answer: 'empty' }],
      doh: { yandex: [] },
    },
    services: { ...withoutLiterals, viber: either(gap, withheld, nameFails) },
  },
  {
    ...well,
    name: 'IPv6: IPv4 is unreachable, and one service has no other addresses',
    origin: 'a router that has lost IPv4, and says so now and then',
    world: {
      family: 'dual',
      addresses: withIpv4Alone(hostsOf('viber')),
      addressRules: [
        { targets: ['20.0.0.0/7', ...plainDataCentres, ...bareServers], action: 'unreachable' },
      ],
    },
    network: ['normal', 'degraded'],
    services: { ...withoutLiterals, viber: gap },
    withinMs: 120_000,
  },
  {
    ...well,
    name: 'IPv6: a portal that knows IPv4 alone',
    origin: 'a router that intercepts one family',
    world: {
      family: 'dual',
      tls: [{ names: ['*'], onAddresses: everythingOverIpv4, action: 'reset' }],
      addressRules: [{ targets: bareServers, action: 'reset' }],
      http: [{ ...toPortal, onAddresses: everythingOverIpv4 }],
    },
    services: withoutLiterals,
    withinMs: 120_000,
  },
  ...(['servfail', 'nxdomain'] as const).map(
    (answer): Scenario => ({
      name: `IPv6: questions for all IPv6 addresses are answered wrongly (${answer})`,
      origin: "a router's forwarder that does not know AAAA (RFC 4074)",
      world: { family: 'dual', dns: [{ names: ['*'], type: 'AAAA', answer }] },
      network: ['normal', 'degraded'],
      // Who believes that a name does not exist finds no address of it at all.
      others: answer === 'servfail' ? ok : either(ok, gap),
      withinMs: 120_000,
    }),
  ),
];
