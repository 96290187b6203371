import type { WorldDescription } from '../world/description.ts';
import {
  cutOff,
  down,
  dropped,
  either,
  forged,
  gap,
  impaired,
  nameFails,
  ok,
  refused,
  removed,
  resetByName,
  resetOfOneName,
  shutOff,
  silentByName,
  throttled,
  unanswered,
  withheld,
} from './expectations.ts';
import {
  allowed,
  bareServers,
  controlsOf,
  domains,
  everyResolver,
  mute,
  resolverNames,
} from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** What begins, ends or changes between two checks, or within one. */

const free: WorldDescription = {};
const dutch = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };
const russian = { country: 'RU', asn: 12389, address: '95.24.1.2' };

/** As at home in Russia, where names are removed, cut off and swallowed. */
const filtered: WorldDescription = {
  exit: russian,
  dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
  tls: [
    { names: domains.viber, action: 'reset' },
    { names: domains.signal, action: 'silent' },
  ],
};

const withoutViber: WorldDescription = {
  exit: russian,
  tls: [{ names: domains.viber, action: 'reset' }],
};

const withoutSnapchat: WorldDescription = {
  exit: russian,
  tls: [{ names: domains.snapchat, action: 'reset' }],
};

const cutTwo: WorldDescription = {
  tls: [{ names: [...domains.viber, ...domains.snapchat], action: 'reset' }],
};
const withoutNames: WorldDescription = {
  dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
};
const atHome: WorldDescription = { ...cutTwo, exit: russian };
const atWork: WorldDescription = {
  exit: { country: 'RU', asn: 8359, address: '217.66.1.2' },
};
const outage: WorldDescription = {
  ...withoutViber,
  http: [{ hosts: domains.discord, answer: { status: 503 } }],
};
const telegramNetworks = ['149.154.160.0/20', '95.161.76.100'];
const withoutDataCentres: WorldDescription = {
  addressRules: [{ targets: telegramNetworks, action: 'drop' }],
};

/** In Russia in 2026, without a VPN. */
const inThreeManners: WorldDescription = {
  exit: russian,
  dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
  tls: [{ names: domains.signal, action: 'silent' }],
  addressRules: [
    { targets: ['.telegram.org', '.t.me', '.telesco.pe', ...telegramNetworks], action: 'drop' },
  ],
};

const withoutPictures: WorldDescription = {
  dns: [{ names: ['mmg.whatsapp.net', 'pps.whatsapp.net'], answer: 'nxdomain' }],
};
const withoutDiscord: WorldDescription = { tls: [{ names: domains.discord, action: 'reset' }] };
const withoutItsMessages: WorldDescription = { tls: [{ names: ['.discord.gg'], action: 'reset' }] };
const silentSignal: WorldDescription = { tls: [{ names: domains.signal, action: 'silent' }] };
const withoutSecureDns: WorldDescription = {
  addressRules: [
    {
      targets: [...resolverNames, ...bareServers.filter((one) => one !== '77.88.8.8')],
      action: 'drop',
    },
  ],
};
const withoutTwoNames: WorldDescription = {
  dns: [{ names: [...domains.viber, ...domains.messenger], answer: 'nxdomain' }],
  doh: mute,
};
const domesticOutage: WorldDescription = {
  http: [
    { hosts: domains.max, scheme: 'https', answer: { status: 503 } },
    { hosts: domains.vk, scheme: 'https', answer: { status: 500 } },
  ],
};
const withoutMessenger: WorldDescription = {
  dns: [{ names: domains.messenger, answer: 'nxdomain' }],
};
const inventive: WorldDescription = {
  dns: [{ names: [...domains.discord, ...domains.viber], answer: { addresses: ['198.18.0.5'] } }],
};
/** What a tunnel that is dead ends, or swallows; the rest goes around it. */
const byDeadTunnel: Expectation = {
  states: ['likely_blocked', 'insufficient'],
  confidence: ['low', 'medium'],
  mechanisms: ['tls.reset', 'reset', 'tls.timeout', 'timeout'],
  mechanismIsOptional: true,
  shown: ['ok', 'likely_blocked', 'insufficient'],
};
const bothOfMeta = [...domains.whatsapp, ...domains.messenger];

export const changeScenarios: Scenario[] = [
  ...(['reset', 'silent'] as const).map(
    (action): Scenario => ({
      name: `a router’s tunnel for listed names dies between two checks, which are then ${action}`,
      origin: 'a router that invents addresses for names on a list, and whose server is blocked',
      before: [inventive],
      world: { ...inventive, tls: [{ names: [...domains.discord, ...domains.viber], action }] },
      network: ['normal'],
      services: { discord: byDeadTunnel, viber: byDeadTunnel },
      others: ok,
    }),
  ),
  {
    name: 'a VPN goes down between two checks',
    origin: 'a person who switches a VPN off',
    before: [{ exit: dutch }],
    world: filtered,
    network: ['normal'],
    services: {
      whatsapp: { ...removed, shown: ['ok', 'blocked'] },
      viber: { ...resetByName, shown: ['ok', 'blocked'] },
      signal: { ...silentByName, shown: ['ok', 'blocked'] },
    },
    others: ok,
  },
  {
    name: 'a VPN comes up between two checks, to a server with a filter of its own',
    origin: 'a person who switches a VPN on',
    before: [filtered],
    world: { exit: dutch, tls: [{ names: domains.vk, action: 'reset' }] },
    network: ['normal'],
    services: {
      whatsapp: { ...ok, confidence: ['low'] },
      viber: { ...ok, confidence: ['low'] },
      signal: { ...ok, confidence: ['low'] },
      vk: { ...resetByName, shown: ['ok', 'blocked'] },
    },
    others: ok,
  },
  {
    name: 'a certificate expires between two checks',
    origin: 'a service that forgot a certificate',
    before: [free],
    world: { tls: [{ names: domains.viber, action: 'expired' }] },
    network: ['normal'],
    services: { viber: { ...down, shown: ['ok', 'down'] } },
    others: ok,
  },
  {
    name: 'a freeze begins between two checks',
    origin: 'Russia: foreign hosting since June 2025',
    before: [free],
    world: { tls: [{ names: domains.discord, action: { freezeAfterBytes: 18_000 } }] },
    network: ['normal'],
    services: { discord: { ...throttled, shown: ['ok', 'impaired'] } },
    others: ok,
    firefox: { withinMs: 130_000 },
  },
  {
    name: 'a block changes from names removed to silence after the server name',
    origin: 'Russia: WhatsApp, from February to summer 2026',
    before: [
      { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
      { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    ],
    world: { tls: [{ names: domains.whatsapp, action: 'silent' }] },
    network: ['normal'],
    services: { whatsapp: silentByName },
    others: ok,
  },
  {
    name: 'a block of addresses spreads from a service to a second one',
    origin: 'Russia: ranges added week by week',
    before: [{ addressRules: [{ targets: domains.snapchat, action: 'drop' }] }],
    world: { addressRules: [{ targets: [...domains.snapchat, ...domains.vk], action: 'drop' }] },
    network: ['normal'],
    services: { snapchat: dropped, vk: { ...dropped, shown: ['ok'] } },
    others: ok,
  },
  {
    name: 'behind a portal first, then past it, with a reset and withheld names',
    origin: 'a hotel in Russia',
    before: [{ captivePortal: true }],
    world: {
      tls: [{ names: domains.viber, action: 'reset' }],
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
    },
    network: ['normal'],
    services: {
      viber: { ...resetByName, shown: ['blocked', 'insufficient'] },
      whatsapp: {
        states: ['blocked', 'likely_blocked'],
        shown: ['blocked', 'likely_blocked', 'insufficient'],
        mechanisms: ['dns.nxdomain'],
      },
    },
    others: ok,
  },
  {
    name: 'a service that is blocked first and then gone from every resolver',
    origin: 'a service that closes (TamTam, 2026)',
    before: [withoutViber],
    world: {
      exit: russian,
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: everyResolver(domains.viber, 'nxdomain'),
    },
    network: ['normal'],
    services: { viber: { states: ['down'], shown: ['down', 'blocked'] } },
    others: ok,
  },
  {
    name: 'a block that pauses for two rounds and comes back',
    origin: 'a filter that is restarted',
    before: [cutTwo, cutTwo, cutTwo, free, free, cutTwo],
    world: cutTwo,
    network: ['normal'],
    services: { viber: resetByName, snapchat: resetByName },
    others: ok,
  },
  {
    name: 'a service withheld by the resolver, free for two rounds, and withheld again',
    origin: 'a list of names that is loaded anew',
    before: [withoutNames, withoutNames, withoutNames, free, free, withoutNames],
    world: withoutNames,
    network: ['normal'],
    services: { whatsapp: removed },
    others: ok,
  },
  {
    name: 'from home, which cuts two services off, to work, which does not, and back, twice',
    origin: 'a commuter; both lines are in one country',
    before: [atHome, atHome, atWork, atWork, atHome, atHome, atWork],
    world: atHome,
    network: ['normal'],
    services: {
      viber: { ...resetByName, shown: ['ok', 'blocked'] },
      snapchat: { ...resetByName, shown: ['ok', 'blocked'] },
    },
    others: ok,
  },
  {
    name: 'a service goes down and comes back while another stays blocked',
    origin: 'an outage that is no censorship',
    before: [withoutViber, outage, outage],
    world: withoutViber,
    network: ['normal'],
    services: { viber: resetByName, discord: { ...ok, shown: ['ok', 'down'] } },
    others: ok,
    firefox: {
      services: {
        viber: resetByName,
        discord: { ...either(ok, gap), shown: ['ok', 'down', 'insufficient'] },
      },
      why: 'it waits by itself before it opens a socket to where others failed within a minute',
    },
  },
  {
    name: 'an allowlist that ends and comes back',
    origin: 'alarms in Russian regions, 2026',
    before: [{ allowlist: allowed }, free],
    world: { allowlist: allowed },
    network: ['allowlist'],
    services: { max: ok, vk: ok },
    others: {
      ...shutOff,
      shown: ['insufficient', 'likely_blocked', 'ok'],
    },
  },
  {
    name: 'a portal again, after an hour beyond it beside a block',
    origin: 'Wi-Fi on a train, an hour at a time',
    before: [{ captivePortal: true }, withoutViber],
    world: { ...withoutViber, captivePortal: true },
    network: ['captive_portal'],
    services: { viber: { ...gap, shown: ['insufficient', 'blocked'] } },
    others: { ...gap, shown: ['ok', 'insufficient'] },
  },
  {
    name: 'a service blocked by name, then by address, then by both',
    origin: 'Telegram, February to April 2026',
    before: [
      { tls: [{ names: domains.telegram, action: 'reset' }] },
      { addressRules: [{ targets: ['.telegram.org', ...telegramNetworks], action: 'drop' }] },
    ],
    world: {
      addressRules: [{ targets: telegramNetworks, action: 'drop' }],
      tls: [{ names: domains.telegram, action: 'reset' }],
    },
    network: ['normal'],
    services: {
      telegram: {
        states: ['likely_blocked', 'blocked'],
        mechanisms: ['timeout', 'tcp.timeout', 'reset', 'tls.reset', 'tls.reset.sni'],
        scope: 'service',
      },
    },
    others: ok,
    withinMs: 120_000,
  },
  {
    name: 'a VPN goes down, and two checks later services fail in three manners',
    origin: 'a person who switches a VPN off, in Russia in 2026',
    before: [{ exit: dutch }, inThreeManners],
    world: inThreeManners,
    network: ['normal'],
    services: { whatsapp: removed, signal: silentByName, telegram: dropped },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'pictures withheld, then all of the service, then pictures again',
    origin: 'a list that grows name by name, and shrinks',
    before: [
      free,
      withoutPictures,
      { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
      { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
      withoutPictures,
    ],
    world: withoutPictures,
    network: ['normal'],
    services: { whatsapp: impaired(removed, { web: ['ok'] }) },
    others: ok,
  },
  {
    name: 'a reset by name that is lifted from one role after another',
    origin: 'a list from which single names are struck',
    before: [withoutDiscord, withoutItsMessages, withoutItsMessages],
    world: free,
    network: ['normal'],
    services: { discord: { ...ok, confidence: ['low'] } },
    others: ok,
  },
  {
    name: 'a reset by name that is lifted from two roles of three',
    origin: 'a list from which single names are struck',
    before: [withoutDiscord, withoutItsMessages],
    world: withoutItsMessages,
    network: ['normal'],
    services: {
      discord: impaired(resetOfOneName, { web: ['ok'], messages: ['likely_blocked'] }),
    },
    others: ok,
  },
  {
    name: 'five data centres of Telegram die, then the sixth',
    origin: 'Russia, 2026: data centres by address',
    before: [
      { addressRules: [{ targets: telegramNetworks.slice(0, 1), action: 'drop' }] },
      withoutDataCentres,
    ],
    world: withoutDataCentres,
    network: ['normal'],
    services: { telegram: impaired(unanswered, { web: ['ok'], messages: ['likely_blocked'] }) },
    others: ok,
  },
  {
    name: 'the resolver is dead beside a reset by name, and comes back',
    origin: 'trouble of an operator on a filtered line',
    before: [{ ...withoutViber, dns: [{ names: ['*'], answer: 'silent' }] }],
    world: withoutViber,
    network: ['normal'],
    services: { viber: { ...resetByName, shown: ['blocked', 'insufficient'] } },
    others: ok,
  },
  {
    name: 'the controls die between two checks, beside silence by name',
    origin: 'a filter of well-known sites',
    before: [silentSignal],
    world: {
      tls: [
        { names: domains.signal, action: 'silent' },
        {
          names: ['.gstatic.com', '.cloudflare.com', '.wikipedia.org', '.github.com'],
          action: 'reset',
        },
      ],
      addressRules: [
        {
          targets: [
            'detectportal.firefox.com',
            'connectivity-check.ubuntu.com',
            'www.msftconnecttest.com',
            '1.1.1.1',
            '1.0.0.1',
            '8.8.8.8',
            '9.9.9.9',
            ...controlsOf('RU'),
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal', 'degraded'],
    services: { signal: { ...either(silentByName, gap), shown: silentByName.states } },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'secure DNS goes while two services are withheld',
    origin: 'Russia, August 2026',
    before: [withoutTwoNames],
    world: { ...withoutTwoNames, ...withoutSecureDns },
    network: ['normal'],
    services: Object.fromEntries(
      ['viber', 'messenger'].map((id) => [id, either(withheld, nameFails)]),
    ),
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'Max and VK fail, each in one manner after another',
    origin: 'outages of the services themselves',
    before: [domesticOutage],
    world: {
      addressRules: [{ targets: domains.max, action: 'refuse' }],
      http: [{ hosts: domains.vk, scheme: 'https', answer: 'hang-up' }],
    },
    network: ['normal'],
    services: {
      max: { ...refused, shown: ['down', 'likely_blocked'] },
      vk: { states: ['down'] },
    },
    others: ok,
    firefox: {
      services: {
        max: { ...refused, shown: ['down', 'likely_blocked'] },
        vk: { ...cutOff, shown: ['down', 'likely_blocked'] },
      },
      why: 'it has one code for an end and a reset',
    },
  },
  {
    name: 'the name servers of one company fail everywhere, while its other service is withheld',
    origin: 'Meta, 4 October 2021, as it would look in Russia in 2026',
    before: [withoutMessenger],
    world: {
      dns: [
        { names: domains.messenger, answer: 'nxdomain' },
        { names: domains.whatsapp, answer: 'servfail' },
      ],
      doh: {
        ...everyResolver(bothOfMeta, 'servfail'),
        yandex: [
          { names: domains.messenger, answer: 'nxdomain' },
          { names: domains.whatsapp, answer: 'servfail' },
        ],
      },
    },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['down', 'insufficient', 'likely_blocked'],
        shown: ['ok', 'down', 'insufficient'],
        mechanisms: ['dns.error'],
        mechanismIsOptional: true,
      },
      messenger: {
        states: ['blocked', 'likely_blocked', 'insufficient'],
        mechanisms: ['dns.error', 'dns.nxdomain'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  {
    name: 'a block that changes its kind in each check, and ends as a forged certificate',
    origin: 'Russia: WhatsApp in the first half of 2026, and a box that is put to the test',
    before: [
      { dns: [{ names: domains.viber, answer: 'nxdomain' }] },
      { tls: [{ names: domains.viber, action: 'reset' }] },
      { tls: [{ names: domains.viber, action: 'silent' }] },
    ],
    world: { tls: [{ names: domains.viber, action: 'forged' }] },
    network: ['normal'],
    services: { viber: forged },
    others: ok,
  },
  {
    name: 'one service is freed in the very check in which another is cut off',
    origin: 'a list that is replaced at night',
    before: [
      { tls: [{ names: domains.viber, action: 'reset' }] },
      { tls: [{ names: domains.viber, action: 'reset' }] },
    ],
    world: { tls: [{ names: domains.snapchat, action: 'reset' }] },
    network: ['normal'],
    services: {
      viber: { ...ok, confidence: ['low'] },
      snapchat: { ...resetByName, shown: ['ok', 'blocked'] },
    },
    others: ok,
  },
  {
    name: "a VPN comes on between two checks, and names still go to the provider's resolver",
    origin: "a VPN that leaves the router's resolver in place",
    before: [filtered, filtered],
    world: { ...withoutNames, exit: dutch },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['dns.error', 'dns.nxdomain'],
        scope: 'service',
      },
      viber: { ...ok, confidence: ['low'] },
      signal: { ...ok, confidence: ['low'] },
    },
    others: ok,
  },
  {
    name: 'a reset by name moves from one service to another and back',
    origin: 'a list that is tried out name by name',
    before: [withoutViber, withoutViber, withoutSnapchat, withoutSnapchat],
    world: withoutViber,
    network: ['normal'],
    services: {
      viber: { ...resetByName, shown: ['ok', 'blocked'] },
      snapchat: { ...ok, confidence: ['low'] },
    },
    others: ok,
  },
];
