import { plainDataCentres } from '../network/known-names.ts';
import type { TlsRule } from '../world/description.ts';
import {
  cutOff,
  dropped,
  either,
  gap,
  impaired,
  ok,
  removed,
  resetByName,
  shutOff,
  silentByName,
  withheld,
} from './expectations.ts';
import { allowed, domains, mute, resolverNames } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** Counts ClientHellos with one name, then freezes the name for two minutes. */
const burst = { handshakes: 4, withinMs: 400, forMs: 120_000 };

const cloudflare = {
  'discord.com': ['162.159.128.233'],
  'cdn.discordapp.com': ['162.159.129.233'],
  'media.discordapp.net': ['162.159.130.233'],
  'gateway.discord.gg': ['162.159.131.233'],
  'cp.cloudflare.com': ['104.16.132.229'],
};

const onWhiteList = [...allowed, 'www.gosuslugi.ru', 'www.pochta.ru', '.yandex.net', '77.88.8.8'];

/** Matches first and changes nothing. */
const letThrough: TlsRule = { names: onWhiteList, action: { bytesPerSecond: 1_000_000_000 } };

const cutOffByList: Expectation = {
  states: ['likely_blocked', 'insufficient'],
  mechanisms: ['reset', 'tls.reset', 'tcp.reset', 'timeout', 'tcp.timeout'],
  scope: 'network',
};

/** Regimes observed in Russia, 2024 to 2026. */
export const russianScenarios: Scenario[] = [
  {
    name: 'whatsapp.com removed, whatsapp.net alive',
    origin: 'Russia: names removed from the National DNS, February 2026',
    world: { dns: [{ names: ['.whatsapp.com'], answer: 'nxdomain' }] },
    network: ['normal'],
    services: { whatsapp: { ...removed, roles: { web: ['blocked'], registration: ['ok'] } } },
    others: ok,
  },
  {
    name: 'thirteen names removed in one night',
    origin: 'Russia: names removed from the National DNS, 11 February 2026',
    world: {
      dns: [
        {
          names: ['.whatsapp.com', '.facebook.com', '.messenger.com', 'www.instagram.com'],
          answer: 'nxdomain',
        },
      ],
    },
    network: ['normal'],
    services: { whatsapp: removed, messenger: removed },
    others: ok,
  },
  {
    name: 'DNS intercepted, DoH blocked by name and alive by address',
    origin: 'Russia: 21 to 28 August 2026',
    world: {
      dns: [{ names: [...domains.whatsapp, ...domains.messenger], answer: 'nxdomain' }],
      doh: mute,
      tls: [{ names: resolverNames, action: 'reset' }],
    },
    network: ['normal'],
    services: { whatsapp: withheld, messenger: withheld },
    others: ok,
    core: true,
  },
  {
    name: "Google's and Cloudflare's DoH blocked, nothing else wrong",
    origin: 'Russia: 3 July and September 2026',
    world: {
      tls: [{ names: ['dns.google', 'cloudflare-dns.com', 'one.one.one.one'], action: 'silent' }],
      addressRules: [{ targets: ['8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1'], action: 'drop' }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "Google's DoH blocked, and names removed",
    origin: 'Russia: July 2026',
    world: {
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
      tls: [{ names: ['dns.google'], action: 'reset' }],
      addressRules: [{ targets: ['8.8.8.8', '8.8.4.4'], action: 'drop' }],
    },
    network: ['normal'],
    services: { whatsapp: removed },
    others: ok,
  },
  {
    name: "Telegram's data centres dropped while its web works",
    origin: 'Russia: raw connections dead, the web alive, September 2026',
    world: { addressRules: [{ targets: plainDataCentres, action: 'drop' }] },
    network: ['normal'],
    // Plain HTTP has no handshake whose silence would reveal the layer.
    services: {
      telegram: {
        ...impaired(dropped, { web: ['ok'], messages: ['likely_blocked'] }),
        deepest: ['timeout'],
      },
    },
    others: ok,
    core: true,
  },
  {
    name: "Telegram's web dropped while its data centres answer",
    origin: 'Russia: 3 August 2026',
    world: { addressRules: [{ targets: domains.telegram, action: 'drop' }] },
    network: ['normal'],
    services: { telegram: impaired(dropped, { web: ['likely_blocked'], messages: ['ok'] }) },
    others: ok,
  },
  {
    name: "all of Telegram's ranges dropped",
    origin: 'Russia: address blackhole, March 2026',
    world: {
      addresses: {
        'web.telegram.org': ['149.154.167.99'],
        't.me': ['149.154.167.99'],
        'telegram.org': ['149.154.167.99'],
        'api.telegram.org': ['149.154.167.220'],
      },
      addressRules: [
        { targets: ['149.154.160.0/20', '91.108.56.0/22', '95.161.76.0/24'], action: 'drop' },
      ],
    },
    network: ['normal'],
    services: { telegram: dropped },
    others: ok,
  },
  {
    name: "WhatsApp's addresses dropped",
    origin: 'Russia: WhatsApp at the level of addresses, January 2026',
    world: { addressRules: [{ targets: domains.whatsapp, action: 'drop' }] },
    network: ['normal'],
    services: { whatsapp: dropped },
    others: ok,
  },
  {
    name: 'WhatsApp closed after the server name, names resolve',
    origin: 'Russia: August 2026',
    world: { tls: [{ names: domains.whatsapp, action: 'close', delayMs: 40 }] },
    network: ['normal'],
    services: { whatsapp: resetByName },
    others: ok,
  },
  {
    name: 'Signal silent after the server name',
    origin: 'Russia: Signal since August 2024',
    world: { tls: [{ names: domains.signal, action: 'silent' }] },
    network: ['normal'],
    services: { signal: silentByName },
    others: ok,
  },
  {
    name: 'Viber reset by server name',
    origin: 'Russia: Viber since December 2024',
    world: { tls: [{ names: domains.viber, action: 'reset', delayMs: 30 }] },
    network: ['normal'],
    services: { viber: resetByName },
    others: ok,
  },
  {
    name: 'Snapchat and FaceTime reset by server name',
    origin: 'Russia: October and December 2025',
    world: {
      tls: [{ names: [...domains.snapchat, ...domains.facetime], action: 'reset', delayMs: 50 }],
    },
    network: ['normal'],
    services: { snapchat: resetByName, facetime: resetByName },
    others: ok,
  },
  {
    name: 'everything at once, each in its own way',
    origin: 'Russia: autumn of 2026',
    world: {
      dns: [{ names: ['.whatsapp.com', ...domains.messenger], answer: 'nxdomain' }],
      addressRules: [{ targets: plainDataCentres, action: 'drop' }],
      tls: [
        { names: ['web.telegram.org', ...domains.signal], action: 'silent' },
        { names: [...domains.discord, ...domains.viber, ...domains.snapchat], action: 'reset' },
        { names: domains.facetime, action: 'close' },
        { names: ['dns.google', '.quad9.net', 'cloudflare-dns.com'], action: 'reset' },
      ],
    },
    network: ['normal'],
    services: {
      max: ok,
      vk: ok,
      whatsapp: removed,
      messenger: removed,
      telegram: {
        ...silentByName,
        mechanisms: ['timeout', 'tls.timeout', 'tls.timeout.sni', 'tcp.timeout'],
      },
      signal: silentByName,
    },
    others: resetByName,
  },
  {
    name: 'a count of ClientHellos that must not be set off',
    origin:
      'Russia: ClientHellos counted by name, freeze of 120 s, June 2026 (XTLS/Xray-core#6293)',
    world: { tls: [{ names: ['*'], action: 'silent', burst }] },
    network: ['normal'],
    others: ok,
    core: true,
  },
  {
    name: 'a count of ClientHellos over a second and a half',
    origin: 'Russia: ClientHellos counted by name, freeze of 120 s, June 2026',
    world: { tls: [{ names: ['*'], action: 'silent', burst: { ...burst, withinMs: 1_500 } }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a count of ClientHellos on a network that cuts the first handshake',
    origin: 'the same, with the second ClientHello that a browser sends by itself',
    world: {
      tls: [
        { names: ['*'], action: 'reset', times: 1 },
        { names: ['*'], action: 'silent', burst },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "Cloudflare's subnets dropped",
    origin: 'Russia: subnets of Cloudflare filtered, June to August 2026',
    world: {
      addresses: cloudflare,
      addressRules: [
        { targets: ['104.16.0.0/12', '162.159.0.0/16', '1.1.1.1', '1.0.0.1'], action: 'drop' },
      ],
    },
    network: ['normal'],
    services: { discord: dropped },
    others: ok,
  },
  {
    name: "Cloudflare's subnets lose packets at random",
    origin: 'Russia: packets dropped at random by subnet',
    world: {
      addresses: cloudflare,
      addressRules: [
        { targets: ['104.16.0.0/12', '162.159.0.0/16'], action: { lossyPercent: 15 } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'Discord reset by server name in the build of the stores, DoH blocked as well',
    origin: 'Russia: October 2024',
    world: { tls: [{ names: [...domains.discord, ...resolverNames], action: 'reset' }] },
    browser: { hostsByNameOnly: true },
    network: ['normal'],
    services: { discord: cutOff },
    others: ok,
  },
  {
    name: 'names removed, in the build of the stores',
    origin: 'Russia: names removed from the National DNS, February 2026',
    world: { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    browser: { hostsByNameOnly: true },
    network: ['normal'],
    services: { whatsapp: removed },
    others: ok,
  },
  {
    name: "the browser's own secure DNS goes round a removal",
    origin: 'a person who has switched on secure DNS',
    world: {
      dns: [
        { names: [...domains.whatsapp, ...domains.messenger, 'rutracker.org'], answer: 'nxdomain' },
      ],
    },
    browser: { secureDns: 'https://1.1.1.1/dns-query' },
    network: ['normal'],
    resolverPath: ['secure_dns', 'unknown'],
    others: ok,
  },
  {
    name: "the browser's own secure DNS does not go round a server name filter",
    origin: 'a person who has switched on secure DNS',
    world: {
      dns: [{ names: [...domains.discord, 'rutracker.org'], answer: 'nxdomain' }],
      tls: [{ names: domains.discord, action: 'reset' }],
    },
    browser: { secureDns: 'https://1.1.1.1/dns-query' },
    network: ['normal'],
    resolverPath: ['secure_dns', 'unknown'],
    services: { discord: resetByName },
    others: ok,
  },
  {
    name: "the browser's own secure DNS goes round a removal, beside four other filters",
    origin: 'Russia, 2026: everything at once at one household',
    browser: { secureDns: 'https://1.1.1.1/dns-query' },
    world: {
      dns: [{ names: [...domains.whatsapp, ...domains.messenger], answer: 'nxdomain' }],
      tls: [
        { names: domains.viber, action: 'reset' },
        { names: domains.telegram, action: { bytesPerSecond: 17_000 } },
        { names: domains.discord, action: { freezeAfterBytes: 18_000 } },
      ],
      addressRules: [{ targets: domains.signal, action: 'drop' }],
    },
    network: ['normal'],
    resolverPath: ['secure_dns'],
    services: {
      viber: resetByName,
      telegram: {
        states: ['impaired'],
        mechanisms: ['tls.throttle.sni', 'http.throttle.host'],
      },
      discord: {
        states: ['impaired'],
        mechanisms: ['tls.throttle.sni', 'http.throttle.host'],
      },
      signal: {
        states: ['likely_blocked'],
        mechanisms: ['tcp.timeout', 'timeout'],
        confidence: ['low', 'medium'],
      },
    },
    others: ok,
    withinMs: 120_000,
  },
  {
    name: 'a white list by reset: every other name, and plain HTTP',
    origin: 'Russia: mobile networks since 2025',
    world: {
      tls: [letThrough, { names: ['*'], action: 'reset' }],
      nameless: 'reset',
      http: [
        { hosts: onWhiteList, scheme: 'http' },
        { hosts: ['*'], scheme: 'http', answer: 'reset' },
      ],
      addressRules: [{ targets: plainDataCentres, action: 'drop' }],
    },
    network: ['allowlist'],
    services: { max: ok, vk: ok },
    others: cutOffByList,
  },
  {
    name: 'a white list with all of Apple on it',
    origin: 'an operator that lets push messages pass',
    world: { allowlist: [...onWhiteList, '.apple.com', ...domains.facetime] },
    network: ['allowlist'],
    services: { max: ok, vk: ok, facetime: either(ok, gap) },
    others: shutOff,
    withinMs: 130_000,
  },
  {
    name: 'a tariff is used up: a page to pay for all but Max, VK and sites inside the country',
    origin: 'Russia: tariffs of mobile operators',
    world: {
      tls: [letThrough, { names: ['*'], action: 'forged' }],
      nameless: 'reset',
      http: [
        { hosts: onWhiteList, scheme: 'http' },
        {
          hosts: ['*'],
          scheme: 'http',
          answer: { status: 302, headers: { location: 'http://portal.lab/pay' } },
        },
      ],
    },
    network: ['captive_portal'],
    services: { max: either(ok, gap), vk: either(ok, gap) },
    others: gap,
  },
];
