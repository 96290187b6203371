import type { TlsAction, WorldDescription } from '../world/description.ts';
import { either, gap, ok, throttled } from './expectations.ts';
import { domains, foreignDomains, neutralNames, resolverNames } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** Firefox goes on using a frozen HTTP/2 connection for 68 s, so it repeats the transfer after that. */
const laterInFirefox = { withinMs: 130_000 };

const frozen = (bytes: number): TlsAction => ({ freezeAfterBytes: bytes });
const discordFrozen: WorldDescription = {
  tls: [{ names: domains.discord, action: frozen(16_384) }],
};

function freeze(name: string, bytes: number, origin: string): Scenario {
  return {
    name,
    origin,
    world: { tls: [{ names: domains.discord, action: frozen(bytes) }] },
    network: ['normal'],
    services: { discord: throttled },
    others: ok,
    firefox: laterInFirefox,
    core: bytes === 16_384,
  };
}

const opensUnsurely: Expectation = {
  states: ['ok', 'impaired'],
  confidence: ['low', 'medium'],
  mechanisms: ['tls.throttle.sni'],
  mechanismIsOptional: true,
};

/** Hosts of services that have no download. */
const withoutDownload = [
  'updates.signal.org',
  ...domains.facetime,
  ...domains.messenger,
  'api.vk.ru',
];
const throttledUploads = {
  signal: throttled,
  facetime: throttled,
  messenger: throttled,
  vk: throttled,
};

/** Transfers that freeze, crawl or break. */
export const transferScenarios: Scenario[] = [
  {
    name: 'large bodies flow',
    origin: 'ooni/webconnectivityqa: largeFileWithHTTPS',
    world: { latencyMs: 50 },
    network: ['normal'],
    others: ok,
  },
  freeze('downloads freeze after 14 kB', 14_000, 'Russia: lowest offset seen, June 2025'),
  freeze('downloads freeze after 16 kB', 16_384, 'Russia: foreign hosting since June 2025'),
  freeze('downloads freeze after 20 kB', 20_480, 'Russia: foreign hosting since June 2025'),
  freeze('downloads freeze after 34 kB', 34_000, 'Russia: highest offset seen, June 2025'),
  {
    name: 'downloads freeze after 16 kB, and a person checks again at once',
    origin: 'Russia: foreign hosting since June 2025',
    world: discordFrozen,
    asksTwice: true,
    network: ['normal'],
    services: { discord: throttled },
    others: ok,
    // It goes on using the frozen connection, whose silence shows nothing.
    firefox: { services: { discord: gap } },
  },
  {
    name: 'uploads freeze after 16 kB, downloads flow',
    origin: 'Russia: packets counted in both directions',
    world: {
      tls: [{ names: domains.discord, action: { freezeAfterBytes: 16_384, direction: 'up' } }],
    },
    network: ['normal'],
    services: { discord: throttled },
    others: ok,
    firefox: laterInFirefox,
  },
  {
    name: 'uploads freeze to services that have no download',
    origin: 'Russia: packets counted in both directions, whatever the service',
    world: {
      tls: [
        {
          names: withoutDownload,
          action: { freezeAfterBytes: 16_384, direction: 'up' },
        },
      ],
    },
    network: ['normal'],
    services: throttledUploads,
    others: ok,
    firefox: laterInFirefox,
  },
  {
    name: 'uploads crawl at 17 kB/s to services that have no download',
    origin: 'Russia: its throttle slows both directions, at 130 to 150 kbit/s (IMC 2021)',
    world: {
      tls: [
        {
          names: withoutDownload,
          action: { bytesPerSecond: 17_000, direction: 'up' },
        },
      ],
    },
    network: ['normal'],
    services: throttledUploads,
    others: ok,
  },
  {
    name: 'packets that come sooner than 6 kB/s are dropped, both ways, of three services',
    origin: 'Russia: how its throttle works (IMC 2021), at a lower rate',
    world: {
      addressRules: [
        {
          targets: [...domains.viber, ...domains.discord, ...domains.messenger],
          action: { policedBytesPerSecond: 6_000 },
        },
      ],
    },
    network: ['normal'],
    services: { viber: throttled, discord: throttled, messenger: throttled },
    others: ok,
  },
  {
    name: "downloads from Cloudflare's subnets freeze, whatever the name",
    origin: 'Russia: subnets of Cloudflare filtered, June to August 2026',
    world: {
      addresses: {
        'discord.com': ['162.159.128.233'],
        'cdn.discordapp.com': ['162.159.129.233'],
        'media.discordapp.net': ['162.159.130.233'],
      },
      tls: [{ names: ['*'], onAddresses: ['162.159.0.0/16'], action: frozen(16_384) }],
    },
    network: ['normal'],
    // Without another name in the subnet, the name cannot be distinguished from the subnet.
    services: { discord: throttled },
    others: ok,
    firefox: laterInFirefox,
  },
  {
    name: 'downloads crawl at 2 kB/s while a control is fast',
    origin: 'ooni/webconnectivityqa: throttlingWithHTTPS',
    world: { tls: [{ names: domains.viber, action: { bytesPerSecond: 2_000 } }] },
    network: ['normal'],
    services: { viber: throttled },
    others: ok,
    core: true,
  },
  {
    name: 'WhatsApp at a fifth of its speed',
    origin: 'Russia: WhatsApp slowed by 70 to 80 %, December 2025',
    world: { tls: [{ names: domains.whatsapp, action: { bytesPerSecond: 8_000 } }] },
    network: ['normal'],
    services: { whatsapp: throttled },
    others: ok,
  },
  {
    name: 'downloads crawl at 17 kB/s while a control is fast',
    origin: 'Russia: the only published rate of its throttle, 130 to 150 kbit/s (IMC 2021)',
    world: { tls: [{ names: domains.viber, action: { bytesPerSecond: 17_000 } }] },
    network: ['normal'],
    services: { viber: throttled },
    others: ok,
  },
  {
    name: "a service's media crawl, the rest is fast",
    origin: 'Russia: media slowed, text alive',
    world: { tls: [{ names: ['cdn.discordapp.com'], action: { bytesPerSecond: 2_000 } }] },
    network: ['normal'],
    // No large object is known there, and small ones arrive in time.
    others: ok,
  },
  {
    name: 'downloads crawl at 1 kB/s while a control is fast',
    origin: 'a throttle so low that each handshake takes seconds',
    world: { tls: [{ names: domains.viber, action: { bytesPerSecond: 1_000 } }] },
    network: ['normal'],
    // While one handshake fills the way, others there are silent for our limit, as where packets are lost.
    services: {
      viber: {
        states: ['impaired', 'ok'],
        confidence: ['low', 'medium'],
        mechanisms: ['tls.throttle.sni'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'a service crawls, and a host of it that nobody needs is reset',
    origin: 'Russia: Telegram slowed, and its interface for bots closed',
    world: {
      tls: [
        { names: ['api.telegram.org'], action: 'reset' },
        { names: domains.telegram, action: { bytesPerSecond: 2_000 } },
      ],
    },
    network: ['normal'],
    services: { telegram: throttled },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'a block that became a throttle',
    origin: 'Russia: services closed, opened and slowed down in turn',
    before: [{ tls: [{ names: domains.viber, action: 'reset' }] }],
    world: { tls: [{ names: domains.viber, action: { bytesPerSecond: 2_000 } }] },
    network: ['normal'],
    services: { viber: { ...throttled, shown: ['impaired', 'blocked', 'likely_blocked'] } },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'everything is slow, the control too',
    origin: 'a mobile cell in the evening',
    world: { bytesPerSecond: 16_000 },
    network: ['normal', 'degraded'],
    others: ok,
    withinMs: 120_000,
  },
  {
    name: 'everything freezes after 16 kB, the control too',
    origin: 'a broken path MTU',
    world: { tls: [{ names: ['*'], action: frozen(16_384) }] },
    network: ['normal', 'degraded'],
    others: either(ok, gap),
  },
  {
    name: 'all that is abroad freezes after 16 kB, and sites at home flow',
    origin: 'Russia: mobile networks, foreign hosting as a whole',
    world: {
      tls: [
        { names: [...neutralNames, ...foreignDomains, ...resolverNames], action: frozen(16_384) },
      ],
    },
    network: ['normal', 'degraded'],
    // Nothing else carries as much to compare with, so it opens, and that is not sure.
    services: {
      viber: opensUnsurely,
      discord: opensUnsurely,
      telegram: opensUnsurely,
      whatsapp: opensUnsurely,
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'a transfer is cut off after 16 kB',
    origin: 'a filter that forges RST in mid-transfer',
    world: { tls: [{ names: domains.discord, action: { cutAfterBytes: 16_384 } }] },
    network: ['normal'],
    services: { discord: { ...throttled, mechanisms: ['reset', 'tls.reset'], deepest: ['reset'] } },
    others: ok,
  },
  {
    name: 'the first transfer of a service freezes, the next ones do not',
    origin: 'a flaky path',
    world: { tls: [{ names: domains.discord, action: frozen(16_384), times: 1 }] },
    network: ['normal'],
    others: ok,
    firefox: laterInFirefox,
  },
  {
    name: 'downloads freeze after 200 kB',
    origin: 'a limit that no check of this kind reaches',
    world: { tls: [{ names: domains.discord, action: frozen(200_000) }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a freeze, and names of another service removed',
    origin: 'Russia: autumn of 2026',
    world: {
      ...discordFrozen,
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
    },
    network: ['normal'],
    services: {
      discord: throttled,
      whatsapp: { states: ['blocked'], mechanisms: ['dns.error', 'dns.nxdomain'] },
    },
    others: ok,
    firefox: laterInFirefox,
  },
  {
    name: 'one round without a freeze after one with it',
    origin: 'the contract, from round to round',
    world: {},
    before: [discordFrozen],
    network: ['normal'],
    // A person asked, and its transfers got through; it takes four rounds to be sure.
    services: { discord: { ...ok, confidence: ['low'] } },
    others: ok,
  },
  {
    name: 'the first transfer of a service freezes after 15 kB, the next ones after 30',
    origin: 'Russia: the freeze counts packets, 14 to 34 kB (net4people#490)',
    world: { tls: [{ names: domains.discord, action: frozen(15_000) }] },
    // The first transfer has a connection by then, and the next one waits until that is given up.
    phases: [
      {
        afterMs: 10_000,
        onceContacted: 'discord.com',
        world: {
          keepsConnections: true,
          tls: [{ names: domains.discord, action: frozen(30_000) }],
        },
      },
    ],
    network: ['normal'],
    services: {
      discord: {
        states: ['impaired'],
        confidence: ['low'],
        mechanisms: ['timeout'],
        scope: 'service',
      },
    },
    others: ok,
    firefox: laterInFirefox,
  },
];
