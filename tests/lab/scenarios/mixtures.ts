import { plainDataCentres } from '../network/known-names.ts';
import {
  cutOff,
  down,
  dropped,
  either,
  forged,
  gap,
  impaired,
  legallyRefused,
  nameFails,
  nameGone,
  ok,
  refused,
  removed,
  resetByName,
  resetOfOneName,
  shutOff,
  silentByName,
  throttled,
  warningPage,
  withheld,
} from './expectations.ts';
import { allowed, bareServers, domains, everyResolver, mute, warning } from './names.ts';
import { toPortal } from './portal.ts';
import type { Scenario } from './scenario.ts';

/** Two things at once, or one after the other within a round. */
const household = { country: 'RU', asn: 12389, address: '95.24.1.2' };
const mobile = { country: 'RU', asn: 8359, address: '217.66.1.2' };

export const mixedScenarios: Scenario[] = [
  {
    name: 'an allowlist, and a service on it reset by server name',
    origin: 'an allowlist by address and a filter by name',
    world: { allowlist: allowed, tls: [{ names: domains.vk, action: 'reset' }] },
    network: ['allowlist'],
    // With all neutral foreign sites unreachable, no failure has the scope of one service.
    services: { max: ok, vk: { ...shutOff, mechanisms: ['reset'], deepest: ['reset'] } },
    others: shutOff,
  },
  {
    name: 'loss, and names removed',
    origin: 'a mobile cell in Russia',
    world: { lossPercent: 5, dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    network: ['normal', 'degraded'],
    services: { whatsapp: removed },
    others: ok,
    withinMs: 90_000,
  },
  {
    name: 'latency, and TLS reset by server name',
    origin: 'a satellite link that lands in a censored country',
    world: { latencyMs: 600, tls: [{ names: domains.discord, action: 'reset' }] },
    network: ['normal'],
    services: { discord: resetByName },
    others: ok,
  },
  {
    name: 'three services by three mechanisms',
    origin: 'lists of different age',
    world: {
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
      addressRules: [{ targets: domains.facetime, action: 'refuse' }],
      tls: [{ names: domains.viber, action: 'reset' }],
    },
    network: ['normal'],
    services: { whatsapp: removed, facetime: refused, viber: resetByName },
    others: ok,
  },
  {
    name: 'one service by two mechanisms',
    origin: 'Russia: names removed, and reset by server name where they resolve',
    world: {
      dns: [{ names: ['.whatsapp.com'], answer: 'nxdomain' }],
      tls: [{ names: domains.whatsapp, action: 'reset' }],
    },
    network: ['normal'],
    services: {
      whatsapp: {
        ...either(removed, resetByName),
        deepest: ['dns.nxdomain', 'tls.reset.sni'],
        scope: 'service',
        locus: 'network',
        roles: { web: ['blocked'], media: ['blocked'] },
      },
    },
    others: ok,
  },
  {
    name: "Telegram's web reset and its data centres dropped",
    origin: 'Russia: March 2026',
    world: {
      addressRules: [{ targets: plainDataCentres, action: 'drop' }],
      tls: [{ names: domains.telegram, action: 'reset' }],
    },
    network: ['normal'],
    services: {
      telegram: {
        states: ['blocked'],
        mechanisms: [...(resetByName.mechanisms ?? []), ...(dropped.mechanisms ?? [])],
        // Plain HTTP has no handshake whose silence would reveal the layer.
        deepest: ['timeout', 'tls.reset.sni'],
        scope: 'service',
        roles: { web: ['blocked'], messages: ['likely_blocked'] },
      },
    },
    others: ok,
  },
  {
    name: 'one service blocked, one down, one refusing by law',
    origin: 'a bad day',
    world: {
      tls: [{ names: domains.discord, action: 'reset' }],
      http: [
        { hosts: domains.viber, answer: { status: 502 } },
        { hosts: domains.snapchat, answer: { status: 451 } },
      ],
    },
    network: ['normal'],
    services: { discord: resetByName, viber: down, snapchat: legallyRefused },
    others: ok,
  },
  {
    name: 'one service blocked, one gone from all resolvers, one behind a forged certificate',
    origin: 'a bad day',
    world: {
      dns: [
        { names: domains.whatsapp, answer: 'nxdomain' },
        { names: domains.viber, answer: 'nxdomain' },
      ],
      doh: { ...everyResolver(domains.viber, 'nxdomain'), ...mute },
      tls: [{ names: domains.messenger, action: 'forged' }],
    },
    network: ['normal'],
    services: { whatsapp: withheld, viber: nameGone, messenger: forged },
    others: ok,
  },
  {
    name: "half of a service's required roles reset",
    origin: 'Russia: media withheld, text alive',
    world: { tls: [{ names: ['.discordapp.com'], action: 'reset' }] },
    network: ['normal'],
    services: {
      discord: impaired(resetOfOneName, { media: ['likely_blocked'], web: ['ok'], api: ['ok'] }),
    },
    others: ok,
  },
  {
    name: "half of a service's required hosts, each in another way",
    origin: 'lists of different age',
    world: {
      addressRules: [{ targets: ['sfu.voip.signal.org'], action: 'drop' }],
      tls: [{ names: ['cdn.signal.org'], action: 'reset' }],
    },
    network: ['normal'],
    services: {
      signal: impaired(either(dropped, resetByName), {
        messages: ['ok'],
        // The contract leaves open the state of a role if one of its two hosts gets through.
        media: ['blocked', 'impaired'],
        calls: ['likely_blocked'],
      }),
    },
    others: ok,
  },
  {
    name: 'domestic services reset, foreign ones free',
    origin: 'Ukraine: VK and its kin since 2017',
    world: {
      dns: [{ names: domains.vk, answer: 'nxdomain' }],
      tls: [{ names: domains.max, action: 'reset' }],
    },
    network: ['normal'],
    services: { vk: removed, max: resetByName },
    others: ok,
  },
  {
    name: 'a virus scanner, and names removed',
    origin: 'a computer in Russia with a scanner that installs its root',
    world: {
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
      tls: [{ names: ['*'], action: 'intercepted' }],
    },
    network: ['normal', 'degraded'],
    // A degraded network does not support the verdict.
    services: { whatsapp: either(removed, gap), signal: either(ok, gap) },
    others: ok,
  },
  {
    name: 'a wrong clock, and names removed',
    origin: 'a computer with an empty battery in Russia',
    world: { wrongClock: true, dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    network: ['degraded'],
    others: gap,
  },
  {
    name: 'a portal, and names removed',
    origin: 'a hotel in Russia',
    world: { captivePortal: true, dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    network: ['captive_portal'],
    others: gap,
  },
  {
    name: 'an ad blocker in front of one service, a filter in front of another',
    origin: 'an extension with a list of names',
    world: { tls: [{ names: domains.discord, action: 'reset' }] },
    browser: { blockedByExtension: ['facetime.apple.com', 'identity.ess.apple.com'] },
    network: ['normal'],
    services: { discord: resetByName, facetime: gap },
    others: ok,
  },
  {
    name: 'a portal appears in mid-round',
    origin: 'a session that runs out',
    world: {},
    phases: [{ afterMs: 1_000, world: { captivePortal: true } }],
    // Earlier answers count. The last gate sees the portal, unless the round was over.
    network: ['captive_portal', 'normal'],
    others: either(ok, gap),
  },
  {
    name: 'a portal is left in mid-round',
    origin: 'a person who logs in',
    world: { captivePortal: true },
    phases: [{ afterMs: 2_000, world: {} }],
    network: ['captive_portal', 'normal'],
    others: either(ok, gap),
    firefox: { why: 'the moment decides what was asked before' },
  },
  {
    name: 'a block is lifted in mid-round',
    origin: 'a list that is changed',
    world: { tls: [{ names: domains.viber, action: 'reset' }] },
    phases: [{ afterMs: 1_500, world: {} }],
    network: ['normal'],
    // That time does not allow three failed attempts a second apart.
    services: { viber: ok },
    others: ok,
  },
  {
    name: 'a block arrives in mid-round',
    origin: 'a list that is changed',
    world: {},
    phases: [
      {
        afterMs: 1_000,
        world: { tls: [{ names: ['www.viber.com', 'secure.viber.com'], action: 'reset' }] },
      },
    ],
    network: ['normal'],
    // Services are probed in random order: it was reached before the change, or not.
    services: { viber: either(ok, resetByName, cutOff) },
    others: ok,
  },
  {
    name: 'a VPN comes on in mid-round',
    origin: 'a person who switches a VPN on',
    world: { tls: [{ names: domains.viber, action: 'reset' }] },
    phases: [
      { afterMs: 1_500, link: 'down', world: {} },
      { afterMs: 1_700, link: 'up' },
    ],
    network: ['normal'],
    // A flip that coincides with a route change is proof; to report a changed network is honest too.
    services: {
      viber: { ...either(ok, gap, { ...resetByName, deepest: ['reset'] }), scope: 'service' },
    },
    others: either(ok, gap),
  },
  {
    name: 'one service silent by name, another by address',
    origin: 'filters of two generations',
    world: {
      addressRules: [{ targets: domains.snapchat, action: 'drop' }],
      tls: [{ names: domains.viber, action: 'silent' }],
    },
    network: ['normal'],
    services: { snapchat: dropped, viber: silentByName },
    others: ok,
  },
  {
    name: "an office's session runs out in mid-round, and every request is led to its page to log in",
    origin: 'a gateway that opens TLS under an installed root, at lunchtime',
    world: { tls: [{ names: ['*'], action: 'intercepted' }] },
    phases: [
      {
        afterMs: 0,
        onceContacted: 'www.viber.com',
        world: {
          tls: [{ names: ['*'], action: 'intercepted' }],
          http: [
            {
              hosts: ['*'],
              answer: { status: 302, headers: { location: 'https://login.example.com/sso' } },
            },
          ],
        },
      },
    ],
    network: ['captive_portal', 'degraded'],
    // What answered before the session ran out opens.
    others: either(ok, gap),
  },
  {
    name: 'the time of a portal runs out in mid-round, and it goes silent',
    origin: 'an hour of free Wi-Fi',
    world: {},
    phases: [
      {
        afterMs: 1000,
        onceContacted: 'www.viber.com',
        world: {
          tls: [{ names: ['*'], action: 'silent' }],
          addressRules: [{ targets: bareServers, action: 'drop' }],
          http: [toPortal],
        },
      },
    ],
    network: ['captive_portal', 'degraded'],
    others: either(ok, gap),
    withinMs: 120_000,
  },
  {
    name: 'all foreign sites die in mid-round, beside a steady reset',
    origin: 'an allowlist that begins',
    world: { tls: [{ names: domains.discord, action: 'reset' }] },
    phases: [
      {
        afterMs: 1500,
        onceContacted: 'www.viber.com',
        world: { tls: [{ names: domains.discord, action: 'reset' }], allowlist: allowed },
      },
    ],
    network: ['allowlist', 'degraded'],
    services: {
      discord: gap,
      max: either(ok, gap),
      vk: either(ok, gap),
    },
    others: either(ok, gap),
  },
  {
    name: 'from Wi-Fi to a mobile network with an allowlist, in mid-round',
    origin: 'a person who leaves the house in Moscow, 2026',
    world: { exit: household },
    phases: [
      { afterMs: 300, onceContacted: 'www.viber.com', link: 'down' },
      {
        afterMs: 2500,
        onceContacted: 'www.viber.com',
        world: { exit: mobile, allowlist: allowed },
        link: 'up',
      },
    ],
    network: ['allowlist', 'degraded'],
    services: { max: either(ok, gap), vk: either(ok, gap) },
    others: either(ok, gap),
  },
  {
    name: 'from one operator, which cuts a service off, to another in mid-round',
    origin: 'from Wi-Fi to the telephone',
    world: { exit: household, tls: [{ names: domains.viber, action: 'reset' }] },
    phases: [
      { afterMs: 100, onceContacted: 'www.snapchat.com', link: 'down' },
      { afterMs: 1500, onceContacted: 'www.snapchat.com', link: 'up', world: { exit: mobile } },
    ],
    network: ['normal', 'degraded'],
    // What was seen of both is no honest block of either.
    services: {
      viber: {
        states: ['ok', 'insufficient', 'impaired'],
        mechanisms: ['reset', 'tls.reset', 'tls.reset.sni'],
        mechanismIsOptional: true,
      },
    },
    others: either(ok, gap),
  },
  {
    name: 'the first controls die in mid-round, beside silence by name',
    origin: 'a filter of well-known sites that comes on while we ask',
    world: { tls: [{ names: domains.signal, action: 'silent' }] },
    phases: [
      {
        afterMs: 500,
        onceContacted: 'web.whatsapp.com',
        world: {
          tls: [
            { names: domains.signal, action: 'silent' },
            { names: ['.gstatic.com', '.cloudflare.com', '.wikipedia.org'], action: 'reset' },
          ],
          addressRules: [{ targets: ['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4'], action: 'drop' }],
        },
      },
    ],
    network: ['normal', 'degraded'],
    services: { signal: either(silentByName, gap) },
    others: either(ok, gap),
    withinMs: 110_000,
  },
  {
    name: 'the link drops for six seconds, beside withheld names',
    origin: 'a laptop carried from room to room',
    world: { dns: [{ names: domains.viber, answer: 'nxdomain' }] },
    phases: [
      { afterMs: 2000, onceContacted: 'web.whatsapp.com', link: 'down' },
      { afterMs: 8000, onceContacted: 'web.whatsapp.com', link: 'up' },
    ],
    network: ['normal', 'degraded'],
    services: { viber: either(removed, nameFails, gap) },
    others: either(ok, gap),
  },
  {
    name: 'a slow line with long delays, and names withheld',
    origin: 'a mobile line at the edge of a cell',
    world: {
      bytesPerSecond: 25_000,
      latencyMs: 300,
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
    },
    network: ['normal', 'degraded'],
    services: { viber: either(removed, nameFails, gap) },
    others: either(ok, gap),
    withinMs: 130_000,
  },
  {
    name: 'freeze, throttle, silence, and a warning page at one of two hosts, each with another service',
    origin: 'four filters at once',
    world: {
      tls: [
        { names: ['.discord.com'], action: { freezeAfterBytes: 18_000 } },
        { names: domains.signal, action: 'silent' },
        { names: ['.telegram.org', '.telesco.pe'], action: { bytesPerSecond: 3000 } },
      ],
      http: [
        {
          hosts: ['mmg.whatsapp.net'],
          scheme: 'https',
          answer: { status: 302, headers: { location: warning } },
        },
      ],
    },
    network: ['normal'],
    services: {
      discord: throttled,
      signal: silentByName,
      telegram: {
        states: ['ok', 'impaired'],
        mechanisms: ['tls.throttle.sni', 'timeout', 'http.timeout'],
        mechanismIsOptional: true,
      },
      whatsapp: impaired(warningPage, { web: ['ok'] }),
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'a site at home silent by name, another under a strange authority, a name refused, and addresses unreachable',
    origin: "Ukraine and Russia at once: a border region's provider",
    world: {
      tls: [
        { names: domains.vk, action: 'silent' },
        { names: domains.max, action: 'forged' },
      ],
      dns: [{ names: domains.facetime, answer: 'refused' }],
      doh: mute,
      addressRules: [{ targets: domains.signal, action: 'unreachable' }],
    },
    network: ['normal'],
    services: {
      vk: silentByName,
      // An authority that browsers do not know may be the state's own (contract, rule 7).
      max: ok,
      facetime: withheld,
      signal: {
        states: ['likely_blocked'],
        // Whoever answers with ICMP does so once a second.
        mechanisms: ['ip.unreachable', 'timeout', 'tcp.timeout'],
        confidence: ['low', 'medium'],
      },
    },
    others: ok,
  },
];
