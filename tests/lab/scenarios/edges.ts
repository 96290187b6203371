import { isIPv6 } from 'node:net';
import { addressesOf } from '../network/addresses.ts';
import { serviceHosts } from '../network/service-hosts.ts';
import type { HttpRule, TlsAction, WorldDescription } from '../world/description.ts';
import { matchesName } from '../world/name-pattern.ts';
import {
  cutOff,
  down,
  dropped,
  either,
  gap,
  impaired,
  ok,
  removed,
  resetByName,
  silentByName,
  throttled,
} from './expectations.ts';
import { domains } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** Servers that misbehave at some of their addresses, over IPv4 and IPv6: faults of edges, which look like blocks. */

/** A name with three addresses, of which the first does something to every name. */
function badEdge(host: string, action: TlsAction): WorldDescription {
  return {
    addresses: { [host]: ['20.1.2.1', '20.1.2.2', '20.1.2.3'] },
    tls: [{ names: ['*'], onAddresses: ['20.1.2.1'], action }],
  };
}

/** The same, where the first address cuts off everything, a handshake without a name included. */
function deadEdge(host: string): WorldDescription {
  return {
    addresses: { [host]: ['20.1.2.1', '20.1.2.2', '20.1.2.3'] },
    addressRules: [{ targets: ['20.1.2.1'], action: 'reset' }],
  };
}

/** Cut off at one address: no proof of anything, and no label of a name. */
const cutAtEdge: Expectation = {
  states: ['ok', 'impaired', 'likely_blocked'],
  mechanisms: ['reset', 'tcp.reset', 'tls.reset'],
};
const silentAtEdge: Expectation = {
  states: ['ok', 'impaired', 'likely_blocked'],
  mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout'],
};

/** Whoever greets a server more often than it likes is cut off, and others are not. */
const cutInHaste: Expectation = {
  states: ['ok', 'impaired'],
  mechanisms: ['reset', 'tls.reset'],
  mechanismIsOptional: true,
};

/** From the second check on, the first edge of two services cuts every connection. */
const broken = either(cutAtEdge, ok);

const telegramOverIpv4 = ['149.154.160.0/20', '95.161.76.0/24', '91.108.4.0/22'];
const hostsOfTelegram = serviceHosts.filter((host) => matchesName(domains.telegram, host));
const webOfTelegramOverIpv4 = hostsOfTelegram.flatMap((host) =>
  addressesOf(host, { family: 'dual' }).filter((address) => !isIPv6(address)),
);

/** Addresses of two services' media within a subnet of one content network. */
const onOneNetwork = {
  'cdn.discordapp.com': ['162.159.129.1'],
  'discord.com': ['162.159.129.2'],
  'download.cdn.viber.com': ['162.159.129.3'],
};

const threeEdges = ['20.1.3.1', '20.1.3.2', '20.1.3.3'];

/** Two services on the same edges, of which one refuses all. */
function refusing(edge: number): WorldDescription {
  return {
    addresses: { 'www.viber.com': threeEdges, 'www.snapchat.com': threeEdges },
    addressRules: [{ targets: threeEdges.slice(edge, edge + 1), action: 'refuse' }],
  };
}

/** Their bare addresses are reset as well: no name has to do with it. */
const cutAtAddresses: Expectation = { ...cutOff, mechanisms: ['reset', 'tcp.reset'] };

function hostsOf(...services: (keyof typeof domains)[]): string[] {
  const patterns = services.flatMap((one) => domains[one]);
  return serviceHosts.filter((host) => matchesName(patterns, host));
}

const hostsOfTwo = hostsOf('viber', 'snapchat');

function onEdges(hosts: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(hosts.map((host) => [host, threeEdges]));
}

/** What the first of three edges answers for two services. */
function answering(answer: NonNullable<HttpRule['answer']>): WorldDescription {
  return {
    addresses: onEdges(hostsOfTwo),
    http: [
      {
        hosts: [...domains.viber, ...domains.snapchat],
        scheme: 'https',
        onAddresses: threeEdges.slice(0, 1),
        answer,
      },
    ],
  };
}

/** A fault of the server's, at an address to which the browser may or may not keep. */
const outOfOrder: Expectation = {
  states: ['ok', 'impaired', 'down'],
  mechanisms: ['http.error'],
  mechanismIsOptional: true,
};
const hanging: Expectation = {
  states: ['ok', 'impaired', 'likely_blocked'],
  mechanisms: ['timeout', 'http.timeout'],
  mechanismIsOptional: true,
};

export const edgeScenarios: Scenario[] = [
  {
    name: 'one of three edges resets every connection',
    origin: 'a content network with a node out of order',
    world: deadEdge('discord.com'),
    network: ['normal'],
    services: { discord: cutAtEdge },
    others: ok,
    firefox: { why: 'chance decides which edge a try meets' },
  },
  {
    name: 'one of three edges resets every connection, for a service of few hosts',
    origin: 'a content network with a node out of order',
    world: deadEdge('www.viber.com'),
    network: ['normal'],
    services: { viber: cutAtEdge },
    others: ok,
  },
  {
    name: 'one of three edges is silent in every handshake',
    origin: 'a content network with a node out of order',
    world: badEdge('signal.org', 'silent'),
    network: ['normal'],
    services: { signal: silentAtEdge },
    others: ok,
  },
  {
    name: 'one of three edges has a certificate of another name',
    origin: 'a content network with a node that was set up wrongly',
    world: badEdge('web.whatsapp.com', 'wrong-name'),
    network: ['normal'],
    // A browser may keep to the first address, so that all fails; it is no forgery.
    services: {
      whatsapp: {
        states: ['ok', 'impaired', 'likely_blocked'],
        mechanisms: ['tls.mitm'],
        scope: 'service',
      },
    },
    others: ok,
  },
  {
    name: 'one of three edges has an expired certificate',
    origin: 'a content network with a node that was forgotten',
    world: badEdge('www.snapchat.com', 'expired'),
    network: ['normal'],
    services: {
      snapchat: {
        states: ['ok', 'impaired', 'down'],
        mechanisms: ['http.error'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  {
    name: 'one of three edges loses most packets',
    origin: 'a content network with an overloaded node',
    world: {
      addresses: { 'www.viber.com': ['20.1.2.1', '20.1.2.2', '20.1.2.3'] },
      addressRules: [{ targets: ['20.1.2.1'], action: { lossyPercent: 85 } }],
    },
    network: ['normal'],
    services: { viber: { ...silentAtEdge, states: ['ok', 'impaired'], mechanismIsOptional: true } },
    others: ok,
    // Seen for 20 s; its own limit is 90 s. It tells no address before an answer.
    firefox: {
      services: { viber: { ...silentAtEdge, mechanismIsOptional: true } },
      why: 'while the first address is silent it asks no other, so all tries of a round meet this one',
    },
  },
  {
    name: 'one service answers after thirteen seconds',
    origin: 'an overloaded service',
    world: { http: [{ hosts: domains.messenger, scheme: 'https', delayMs: 13_000 }] },
    network: ['normal'],
    services: {
      messenger: {
        states: ['impaired', 'ok'],
        mechanisms: ['timeout', 'http.timeout'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
    withinMs: 95_000,
  },
  {
    name: 'downloads of two services freeze after 18 kB on one content network',
    origin: 'Russia: subnets of Cloudflare filtered, June to August 2026',
    world: {
      addresses: onOneNetwork,
      tls: [
        { names: ['*'], onAddresses: ['162.159.129.0/24'], action: { freezeAfterBytes: 18_000 } },
      ],
    },
    network: ['normal'],
    services: { discord: throttled, viber: throttled },
    others: ok,
    firefox: { withinMs: 130_000 },
  },
  {
    name: 'IPv6: the edges of one service have expired certificates in IPv6 alone',
    origin: 'servers of the newer family, forgotten',
    world: {
      family: 'dual',
      tls: [{ names: domains.snapchat, onAddresses: ['2a0f::/16'], action: 'expired' }],
    },
    network: ['normal'],
    services: { snapchat: { states: ['down'], scope: 'service', locus: 'server_side' } },
    others: ok,
  },
  {
    name: 'IPv6: a list of IPv4 addresses on a line with both families',
    origin: 'Russia: the ranges of Telegram, March 2026, in a household with two stacks',
    world: {
      family: 'dual',
      addressRules: [{ targets: [...telegramOverIpv4, ...webOfTelegramOverIpv4], action: 'drop' }],
    },
    network: ['normal'],
    // The data centres are asked by their IPv4 addresses, and the rest opens over IPv6.
    services: {
      telegram: impaired(
        { states: ['likely_blocked'], mechanisms: ['timeout', 'tcp.timeout'] },
        { web: ['ok'], messages: ['likely_blocked'] },
      ),
    },
    others: ok,
  },
  {
    name: 'IPv6: silence after the server name behind a translator',
    origin: 'an ordinary filter of a mobile operator',
    world: { family: 'nat64', tls: [{ names: domains.signal, action: 'silent' }] },
    network: ['normal'],
    services: { signal: silentByName, telegram: either(ok, gap) },
    others: ok,
  },
  {
    name: 'IPv6: names removed on a line with IPv6 alone',
    origin: 'Russia, February 2026, on a line without a translator',
    world: { family: 'ipv6-only', dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    network: ['normal'],
    services: { whatsapp: removed, telegram: either(ok, gap) },
    others: ok,
  },
  {
    name: 'the first of three edges does not know the sites of two services',
    origin: 'a virtual host that is not set up yet',
    world: {
      addresses: {
        'www.snapchat.com': ['20.50.1.1', '20.51.1.1', '20.52.1.1'],
        'discord.com': ['20.50.2.1', '20.51.2.1', '20.52.2.1'],
      },
      http: [
        { hosts: ['www.snapchat.com'], onAddresses: ['20.50.1.1'], answer: { status: 404 } },
        { hosts: ['discord.com'], onAddresses: ['20.50.2.1'], answer: { status: 421 } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'IPv6: silence after the server name in IPv6 alone',
    origin: 'a filter that is ahead of its IPv4 part',
    world: {
      family: 'dual',
      tls: [{ names: domains.discord, onAddresses: ['::/0'], action: 'silent' }],
    },
    network: ['normal'],
    services: {
      discord: { ...silentByName, states: ['blocked', 'likely_blocked', 'impaired'] },
    },
    others: ok,
  },
  {
    name: 'servers of two services cut every handshake after the second within a minute',
    origin: 'protection against floods',
    world: {
      tls: [
        {
          names: [...domains.whatsapp, ...domains.discord],
          action: 'reset',
          burst: { handshakes: 3, withinMs: 60_000 },
        },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: cutInHaste,
      discord: cutInHaste,
    },
    others: ok,
  },
  {
    name: 'the first edge of two services refuses after the last one did',
    origin: 'an update that rolls over the servers',
    before: [refusing(2), refusing(1)],
    world: refusing(0),
    network: ['normal'],
    others: ok,
  },
  {
    name: 'the first address of a service refuses, the second is out of reach, the third serves',
    origin: 'old records of a service that moved',
    world: {
      addresses: { 'www.viber.com': threeEdges, 'chat.signal.org': threeEdges },
      addressRules: [
        { targets: threeEdges.slice(0, 1), action: 'refuse' },
        { targets: threeEdges.slice(1, 2), action: 'unreachable' },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'two services share an address, which goes silent for a minute after a reset of one by name',
    origin: 'residual censorship; our own requests set it off',
    world: {
      addresses: {
        'www.viber.com': ['20.65.1.1'],
        'www.snapchat.com': ['20.65.1.1'],
        'web.snapchat.com': ['20.65.1.1'],
      },
      tls: [{ names: domains.viber, action: 'reset', residualMs: 60_000 }],
    },
    network: ['normal'],
    services: {
      viber: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['reset', 'tls.reset', 'tls.reset.sni', 'timeout', 'tls.timeout'],
      },
      // Nobody blocks it: what it loses is lost to the other's requests.
      snapchat: silentAtEdge,
    },
    others: ok,
    withinMs: 120_000,
  },
  {
    name: 'the first of three edges answers 502 for two services',
    origin: 'an edge of a content network out of order',
    world: answering({ status: 502 }),
    network: ['normal'],
    services: { viber: outOfOrder, snapchat: outOfOrder },
    others: ok,
  },
  {
    name: 'the first of three edges completes handshakes and answers no request of two services',
    origin: 'an edge of a content network that hangs',
    world: answering('silent'),
    network: ['normal'],
    services: { viber: hanging, snapchat: hanging },
    others: ok,
    withinMs: 110_000,
  },
  {
    name: 'a content network out of reach, with two services and four neutral sites on it',
    origin: 'an outage of a content network',
    world: {
      addresses: onEdges([
        ...hostsOfTwo,
        'github.com',
        'www.apache.org',
        'www.python.org',
        'www.w3.org',
      ]),
      addressRules: [{ targets: threeEdges, action: 'drop' }],
    },
    network: ['normal', 'degraded'],
    services: { viber: either(dropped, gap), snapchat: either(dropped, gap) },
    others: ok,
  },
  {
    name: 'a content network answers 503 for two services and neutral sites, and a third service is silent by name',
    origin: 'an outage of a content network, beside a filter',
    world: {
      http: [
        {
          hosts: [
            ...domains.viber,
            ...domains.snapchat,
            '.cloudflare.com',
            '.python.org',
            '.w3.org',
          ],
          scheme: 'https',
          answer: { status: 503 },
        },
      ],
      tls: [{ names: domains.discord, action: 'silent' }],
    },
    network: ['normal', 'degraded'],
    services: { viber: down, snapchat: down, discord: silentByName },
    others: ok,
    withinMs: 110_000,
  },
  {
    name: 'one edge of three answers 421 and another 502 for two services, beside a reset by name of a third',
    origin: 'a content network out of order, on a filtered line',
    world: {
      addresses: onEdges(hostsOfTwo),
      http: [
        {
          hosts: [...domains.viber, ...domains.snapchat],
          scheme: 'https',
          onAddresses: threeEdges.slice(0, 1),
          answer: { status: 421 },
        },
        {
          hosts: [...domains.viber, ...domains.snapchat],
          scheme: 'https',
          onAddresses: threeEdges.slice(1, 2),
          answer: { status: 502 },
        },
      ],
      tls: [{ names: domains.discord, action: 'reset' }],
    },
    network: ['normal'],
    services: {
      viber: either(ok, down, { states: ['impaired'], mechanisms: ['http.error'] }),
      snapchat: either(ok, down, { states: ['impaired'], mechanisms: ['http.error'] }),
      discord: resetByName,
    },
    others: ok,
  },
  {
    name: 'the first edge of two services breaks between two checks',
    origin: 'an edge of a content network out of order',
    before: [{ addresses: onEdges(hostsOfTwo) }],
    world: {
      addresses: onEdges(hostsOfTwo),
      addressRules: [{ targets: threeEdges.slice(0, 1), action: 'reset' }],
    },
    steadyRounds: 1,
    network: ['normal'],
    services: { viber: broken, snapchat: broken },
    others: ok,
  },
  {
    name: 'all three addresses that two services of one operator share are reset, whatever is said to them',
    origin: 'a block of one operator by address',
    world: {
      addresses: onEdges(hostsOf('whatsapp', 'messenger')),
      addressRules: [{ targets: threeEdges, action: 'reset' }],
    },
    network: ['normal'],
    services: { whatsapp: cutAtAddresses, messenger: cutAtAddresses },
    others: ok,
  },
  {
    name: 'a content network in maintenance answers three services with 503 and Retry-After',
    origin: 'a change at night',
    world: {
      addresses: onEdges(hostsOf('viber', 'snapchat', 'discord')),
      http: [
        {
          hosts: ['*'],
          scheme: 'https',
          onAddresses: threeEdges,
          answer: {
            status: 503,
            headers: { 'retry-after': '3600', 'content-type': 'text/html' },
            body: '<h1>Scheduled maintenance</h1>',
          },
        },
      ],
    },
    network: ['normal'],
    services: { viber: down, snapchat: down, discord: down },
    others: ok,
  },
  {
    name: 'three addresses that two services share are reset after any name, and a third service after its own',
    origin: 'a content network of which every name is cut off',
    world: {
      addresses: onEdges(hostsOf('viber', 'facetime')),
      tls: [
        { names: ['*'], action: 'reset', onAddresses: threeEdges },
        { names: domains.snapchat, action: 'reset' },
      ],
    },
    network: ['normal'],
    // Without a name the addresses answer, which is the contract's pair.
    services: { viber: resetByName, facetime: resetByName, snapchat: resetByName },
    others: ok,
  },
];
