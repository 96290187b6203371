import { plainDataCentres } from '../network/known-names.ts';
import {
  dropped,
  either,
  impaired,
  ok,
  refused,
  resetByAddress,
  unanswered,
  unreachable,
} from './expectations.ts';
import { allMessengers, domains, warning } from './names.ts';
import type { Scenario } from './scenario.ts';

/** Addresses: dropped, refused, cut off, lossy; and plain HTTP to addresses. */
export const tcpScenarios: Scenario[] = [
  {
    name: "every service's addresses silently dropped",
    origin: 'a filter of addresses without an answer',
    world: { addressRules: [{ targets: allMessengers, action: 'drop' }] },
    network: ['normal'],
    // Of ten silent services only five are examined in depth, so that the round ends in time.
    others: dropped,
  },
  {
    name: "one service's addresses silently dropped",
    origin: 'ooni/webconnectivityqa: tcpBlockingConnectTimeout',
    world: { addressRules: [{ targets: domains.viber, action: 'drop' }] },
    network: ['normal'],
    services: { viber: dropped },
    others: ok,
    core: true,
  },
  {
    name: 'connections refused',
    origin: 'a firewall that answers with RST',
    world: { addressRules: [{ targets: ['www.snapchat.com'], action: 'refuse' }] },
    network: ['normal'],
    services: { snapchat: refused },
    others: ok,
    core: true,
  },
  {
    name: 'addresses unreachable by ICMP',
    origin: 'a router that answers for a blackhole route',
    world: { addressRules: [{ targets: domains.facetime, action: 'unreachable' }] },
    network: ['normal'],
    services: { facetime: unreachable },
    others: ok,
    core: true,
  },
  {
    name: 'connections reset as soon as they stand',
    origin: 'a filter of addresses that forges RST',
    world: { addressRules: [{ targets: domains.discord, action: 'reset' }] },
    network: ['normal'],
    // A cut connection and a cut ClientHello look the same.
    services: { discord: { ...resetByAddress, deepest: ['reset'] } },
    others: ok,
    core: true,
  },
  {
    name: 'connections reset as soon as they stand, for a service of one host',
    origin: 'a filter of addresses that forges RST',
    world: { addressRules: [{ targets: ['web.max.ru'], action: 'reset' }] },
    network: ['normal'],
    services: { max: { ...resetByAddress, deepest: ['reset'] } },
    others: ok,
  },
  {
    name: 'a service that refuses connections everywhere',
    origin: 'ooni/webconnectivityqa: websiteDownTCPConnect',
    world: { addressRules: [{ targets: domains.viber, action: 'refuse' }] },
    network: ['normal'],
    // From here it looks like a firewall; only an outside view could show that it is down.
    services: { viber: refused },
    others: ok,
  },
  {
    name: 'one of two addresses refuses',
    origin: 'a content network with a node out of order',
    world: {
      addresses: { 'www.viber.com': ['20.1.1.1', '20.1.1.2'] },
      addressRules: [{ targets: ['20.1.1.1'], action: 'refuse' }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "the system resolver's node is out of order, another one works",
    origin: 'a content network with a node out of order',
    world: {
      dns: [{ names: ['www.viber.com'], answer: { addresses: ['20.1.1.1'] } }],
      addressRules: [{ targets: ['20.1.1.1'], action: 'refuse' }],
    },
    network: ['normal'],
    // Two addresses are no proof, even if one works.
    services: { viber: refused },
    others: ok,
  },
  {
    name: 'a required host out of two refused',
    origin: 'an incomplete list of addresses',
    world: { addressRules: [{ targets: ['cdn.discordapp.com'], action: 'refuse' }] },
    network: ['normal'],
    services: {
      discord: impaired(refused, { media: ['likely_blocked'], web: ['ok'], api: ['ok'] }),
    },
    others: ok,
  },
  {
    name: 'a host without a vote dropped',
    origin: 'an incomplete list of addresses',
    world: {
      addressRules: [{ targets: ['wa.me', 't.me', 'media.discordapp.net'], action: 'drop' }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'nearly every packet of a service lost',
    origin: 'Russia: packets of clients dropped at random by subnet, Telegram, February 2026',
    world: { addressRules: [{ targets: domains.telegram, action: { lossyPercent: 95 } }] },
    network: ['normal'],
    // The few packets that arrive reveal no layer, unless a connection opens and its handshake is silent.
    services: {
      telegram: impaired(
        {
          ...unanswered,
          mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout'],
          deepest: ['tcp.timeout'],
        },
        { web: ['likely_blocked'], messages: ['ok'] },
      ),
    },
    others: ok,
  },
  {
    name: 'some packets of a service lost',
    origin: 'an overloaded link to one subnet',
    world: { addressRules: [{ targets: domains.signal, action: { lossyPercent: 10 } }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: "requests to Telegram's data centres are reset",
    origin: 'ooni/webconnectivityqa: httpBlockingConnectionReset',
    world: { http: [{ hosts: plainDataCentres, answer: 'reset' }] },
    network: ['normal'],
    // Before and after the request look the same, and a bare address has no name to omit.
    services: {
      telegram: impaired(
        { states: ['likely_blocked'], mechanisms: ['reset'], deepest: ['reset'] },
        { web: ['ok'], messages: ['likely_blocked'] },
      ),
    },
    others: ok,
    core: true,
  },
  {
    name: "requests to Telegram's data centres stay without an answer",
    origin: 'a filter of plain HTTP',
    world: { http: [{ hosts: plainDataCentres, answer: 'silent' }] },
    network: ['normal'],
    services: { telegram: impaired(unanswered, { web: ['ok'], messages: ['likely_blocked'] }) },
    others: ok,
  },
  {
    name: "a redirect to a warning page in place of Telegram's data centres",
    origin: 'operators that answer plain HTTP in place of the server',
    world: {
      http: [{ hosts: plainDataCentres, answer: { status: 302, headers: { location: warning } } }],
    },
    network: ['normal'],
    services: {
      telegram: impaired(
        {
          states: ['blocked'],
          mechanisms: ['http.redirect', 'http.blockpage'],
          deepest: ['http.redirect'],
        },
        { web: ['ok'], messages: ['blocked'] },
      ),
    },
    others: ok,
    core: true,
  },
  {
    name: "a block page in place of Telegram's data centres",
    origin: 'ooni/webconnectivityqa: httpDiffWithConsistentDNS',
    world: {
      http: [
        {
          hosts: plainDataCentres,
          answer: {
            status: 200,
            headers: { 'content-type': 'text/html; charset=utf-8' },
            body: '<title>Доступ к сайту ограничен</title><a href="http://eais.rkn.gov.ru/">eais.rkn.gov.ru</a>',
          },
        },
      ],
    },
    network: ['normal'],
    services: {
      telegram: impaired(
        { states: ['blocked'], mechanisms: ['http.blockpage'], deepest: ['http.blockpage'] },
        { web: ['ok'], messages: ['blocked'] },
      ),
    },
    others: ok,
    core: true,
  },
  {
    name: "Telegram's data centres answer 403",
    origin: 'ooni/webconnectivityqa: cloudflareCAPTCHAWithHTTP',
    world: {
      http: [
        { hosts: plainDataCentres, answer: { status: 403, headers: { server: 'nginx/1.18.0' } } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "Telegram's data centres fail in different ways",
    origin: 'several filters on one path',
    world: {
      addressRules: [
        { targets: plainDataCentres.slice(0, 2), action: 'drop' },
        { targets: plainDataCentres.slice(2, 4), action: 'refuse' },
        { targets: plainDataCentres.slice(4), action: 'unreachable' },
      ],
    },
    network: ['normal'],
    services: {
      telegram: {
        ...impaired(either(dropped, refused, unreachable), { messages: ['likely_blocked'] }),
        deepest: ['ip.unreachable', 'tcp.refused', 'timeout'],
      },
    },
    others: ok,
  },
];
