import { addressesOf } from '../network/addresses.ts';
import { serviceHosts } from '../network/service-hosts.ts';
import type { WorldDescription } from '../world/description.ts';
import { matchesName } from '../world/name-pattern.ts';
import {
  either,
  forged,
  gap,
  handshakeFails,
  impaired,
  nameFails,
  nameGone,
  ok,
  refused,
  refusedByResolver,
  removed,
  resetByName,
  shutOff,
  unanswered,
  warningPage,
  withheld,
} from './expectations.ts';
import {
  allowed,
  bareServers,
  domains,
  everyResolver,
  mute,
  resolverAddresses,
  resolverNames,
  stubAddress,
  warning,
} from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

const viberTo = (address: string) => [{ names: domains.viber, answer: { addresses: [address] } }];

const namesShutOff: Expectation = {
  ...shutOff,
  mechanisms: ['dns.error', 'dns.nxdomain'],
  deepest: ['dns.nxdomain'],
};

/** Names of two services removed while these resolvers are closed, and one by its address. */
function withoutDoh(closed: string[]): WorldDescription {
  return {
    dns: [{ names: [...domains.viber, ...domains.signal], answer: 'nxdomain' }],
    addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    tls: [{ names: closed, action: 'reset' }],
  };
}

/** What answers is open; the false address beside the true one may be told. */
const openBesideStub: Expectation = {
  states: ['ok', 'impaired'],
  mechanisms: ['dns.injection.bogon'],
  mechanismIsOptional: true,
};

/** Names: withheld, forged, removed, or unknown to every resolver. */
export const dnsScenarios: Scenario[] = [
  {
    name: "WhatsApp's names removed from the system resolver",
    origin: 'ooni/webconnectivityqa: dnsBlockingNXDOMAIN',
    world: { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }], doh: mute },
    network: ['normal'],
    services: { whatsapp: withheld },
    others: ok,
    core: true,
  },
  {
    name: "WhatsApp's names removed, and a national resolver says so",
    origin: 'Russia: names removed from the National DNS, February 2026',
    world: { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    network: ['normal'],
    services: { whatsapp: removed },
    others: ok,
    core: true,
  },
  {
    name: 'a resolver that refuses names, and a national one that does so too',
    origin: 'an operator that answers REFUSED',
    world: { dns: [{ names: domains.discord, answer: 'refused' }] },
    network: ['normal'],
    services: { discord: refusedByResolver },
    others: ok,
    core: true,
  },
  {
    name: 'a resolver that refuses names, unseen',
    origin: 'an operator that answers REFUSED',
    world: { dns: [{ names: domains.discord, answer: 'refused' }], doh: mute },
    network: ['normal'],
    services: { discord: withheld },
    others: ok,
  },
  {
    name: 'a resolver that fails on names',
    origin: 'an operator that answers SERVFAIL',
    world: { dns: [{ names: domains.snapchat, answer: 'servfail' }] },
    network: ['normal'],
    services: { snapchat: withheld },
    others: ok,
  },
  ...(['servfail', 'nxdomain'] as const).map((answer) => ({
    name: `a resolver that does not find a service's names for 9 s (${answer})`,
    origin: 'a domain whose name servers a resolver does not reach for a moment',
    world: { dns: [{ names: domains.signal, answer }], doh: mute },
    phases: [{ afterMs: 9_000, world: { doh: mute } }],
    network: ['normal' as const],
    others: ok,
  })),
  {
    name: "an empty answer for a service's names",
    origin: 'ooni/webconnectivityqa: dnsBlockingAndroidDNSCacheNoData',
    world: { dns: [{ names: domains.viber, answer: 'empty' }] },
    network: ['normal'],
    services: { viber: withheld },
    others: ok,
  },
  {
    name: 'a resolver that is silent about names',
    origin: 'queries for listed names swallowed',
    world: { dns: [{ names: domains.viber, answer: 'silent' }] },
    network: ['normal'],
    // An error after six seconds distinguishes silence from an answer; our shorter limit sees only silence.
    services: {
      viber: {
        // Of one name in one round it is no proof.
        states: ['blocked', 'likely_blocked'],
        scope: 'service',
        mechanisms: ['dns.error', 'dns.timeout', 'timeout'],
        deepest: ['dns.timeout'],
      },
    },
    others: ok,
    // Firefox may look a name up twice, and then reports nothing before our limit: an unknown layer.
    firefox: {
      services: {
        viber: {
          states: ['blocked', 'likely_blocked'],
          scope: 'service',
          mechanisms: ['dns.error', 'dns.timeout', 'timeout'],
          deepest: ['dns.timeout'],
        },
      },
    },
    core: true,
  },
  {
    name: "two services' names removed in different ways",
    origin: 'operators that follow one list by different means',
    world: {
      dns: [
        { names: domains.messenger, answer: 'nxdomain' },
        { names: domains.signal, answer: 'servfail' },
      ],
    },
    network: ['normal'],
    services: { messenger: removed, signal: withheld },
    others: ok,
  },
  {
    name: 'names removed while every DoH resolver is blocked',
    origin: 'Russia: DNS interception with DoH blocked by name and address',
    world: {
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
      doh: mute,
      tls: [{ names: resolverNames, action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    },
    network: ['normal'],
    services: { whatsapp: nameFails },
    others: ok,
  },
  {
    name: 'names removed, and only a national resolver left to ask',
    origin: 'Russia: DNS interception with DoH blocked by name and address',
    world: {
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
      tls: [{ names: resolverNames, action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    },
    network: ['normal'],
    services: {
      whatsapp: {
        ...nameFails,
        mechanisms: ['dns.error', 'dns.nxdomain'],
        deepest: ['dns.nxdomain'],
      },
    },
    others: ok,
  },
  {
    name: 'names removed, and two trusted resolvers lie as well',
    origin: 'DoH resolvers that filter for their customers',
    world: {
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: {
        ...mute,
        adguard: [{ names: domains.viber, answer: 'nxdomain' }],
        google: [{ names: domains.viber, answer: 'nxdomain' }],
      },
    },
    network: ['normal'],
    services: { viber: withheld },
    others: ok,
  },
  {
    name: 'one DoH resolver lies, the system resolver does not',
    origin: 'a filtering DoH resolver',
    world: { doh: { adguard: [{ names: ['*'], answer: 'nxdomain' }] } },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'the national resolver denies names that the system resolver knows',
    origin: 'an operator that does not follow the National DNS',
    world: {
      doh: { yandex: [{ names: [...domains.whatsapp, ...domains.discord], answer: 'nxdomain' }] },
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a service whose name nobody knows',
    origin: 'ooni/webconnectivityqa: websiteDownNXDOMAIN',
    world: {
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: everyResolver(domains.viber, 'nxdomain'),
    },
    network: ['normal'],
    services: { viber: nameGone },
    others: ok,
    core: true,
  },
  {
    name: 'a service without addresses',
    origin: 'ooni/webconnectivityqa: websiteDownNoAddrs',
    world: {
      dns: [{ names: domains.viber, answer: 'empty' }],
      doh: everyResolver(domains.viber, 'empty'),
    },
    network: ['normal'],
    services: { viber: nameGone },
    others: ok,
  },
  {
    name: 'a service whose name servers fail for everybody',
    origin: 'broken DNSSEC at a service',
    world: {
      dns: [{ names: domains.snapchat, answer: 'servfail' }],
      doh: everyResolver(domains.snapchat, 'servfail'),
    },
    network: ['normal'],
    services: { snapchat: nameGone },
    others: ok,
  },
  {
    name: 'names forged to localhost',
    origin: 'ooni/webconnectivityqa: dnsHijackingToLocalhostWithHTTPS',
    world: { dns: viberTo('127.0.0.1') },
    network: ['normal'],
    // Without a connection no address is visible; another address that answers proves nothing.
    services: { viber: refused },
    others: ok,
  },
  {
    name: 'names forged to the unspecified address',
    origin: 'resolvers that filter by 0.0.0.0',
    world: { dns: viberTo('0.0.0.0') },
    network: ['normal'],
    // The stack treats it as this computer, or the browser rejects the address: then it is visible.
    services: {
      viber: {
        states: ['likely_blocked', 'blocked'],
        scope: 'service',
        mechanisms: ['tcp.refused', 'dns.injection.bogon'],
        deepest: ['tcp.refused'],
      },
    },
    others: ok,
  },
  {
    name: 'names forged to a private address that nobody answers at',
    origin: 'ooni/webconnectivityqa: dnsBlockingBOGON',
    world: {
      dns: viberTo('10.10.34.35'),
      addressRules: [{ targets: ['10.10.34.35'], action: 'drop' }],
    },
    network: ['normal'],
    // The true address gets through without the name, but it is not the silent one.
    services: { viber: { ...unanswered, mechanisms: ['timeout', 'tcp.timeout'] } },
    others: ok,
  },
  {
    name: 'names forged to a private address with a certificate of its own',
    origin: 'an operator with a block server inside its network',
    world: {
      dns: viberTo('10.10.34.36'),
      tls: [{ names: domains.viber, onAddresses: ['10.10.34.36'], action: 'forged' }],
    },
    network: ['normal'],
    services: { viber: forged },
    others: ok,
  },
  {
    name: 'names forged to a private address behind a trusted root, with a warning page',
    origin: 'an operator whose authority the browser trusts',
    world: {
      dns: viberTo('10.10.34.36'),
      tls: [{ names: domains.viber, action: 'intercepted' }],
      http: [{ hosts: domains.viber, answer: { status: 302, headers: { location: warning } } }],
    },
    network: ['normal'],
    services: {
      viber: {
        ...warningPage,
        mechanisms: ['dns.injection.bogon', 'http.redirect', 'http.blockpage'],
        deepest: ['dns.injection.bogon', 'http.redirect'],
      },
    },
    others: ok,
    core: true,
  },
  {
    name: 'names forged to a public stub with a certificate of its own',
    origin: 'ooni/webconnectivityqa: badSSLWithUnknownAuthorityWithInconsistentDNS',
    world: {
      dns: viberTo(stubAddress),
      tls: [{ names: domains.viber, onAddresses: [stubAddress], action: 'forged' }],
    },
    network: ['normal'],
    services: { viber: forged },
    others: ok,
  },
  {
    name: 'names forged to a public stub that redirects to a warning page',
    origin: 'ooni/webconnectivityqa: httpDiffWithInconsistentDNS',
    world: {
      dns: viberTo(stubAddress),
      tls: [{ names: domains.viber, action: 'intercepted' }],
      http: [{ hosts: domains.viber, answer: { status: 302, headers: { location: warning } } }],
    },
    network: ['normal'],
    services: {
      viber: {
        ...warningPage,
        mechanisms: ['dns.injection.blockpage', 'http.redirect', 'http.blockpage'],
      },
    },
    others: ok,
  },
  {
    name: 'names forged to a stub that speaks no TLS',
    origin: 'block servers with plain HTTP on every port',
    world: {
      dns: viberTo(stubAddress),
      tls: [{ names: domains.viber, onAddresses: [stubAddress], action: 'plaintext' }],
    },
    network: ['normal'],
    services: { viber: handshakeFails },
    others: ok,
  },
  {
    name: 'names forged to an address that refuses',
    origin: 'ooni/webconnectivityqa: tcpBlockingConnectionRefusedWithInconsistentDNS',
    world: {
      dns: viberTo(stubAddress),
      addressRules: [{ targets: [stubAddress], action: 'refuse' }],
    },
    network: ['normal'],
    services: { viber: refused },
    others: ok,
  },
  {
    name: 'a name that is gone, and still forged to a stub that refuses',
    origin: 'ooni/webconnectivityqa: ghostDNSBlockingWithHTTPS',
    world: {
      dns: viberTo(stubAddress),
      doh: everyResolver(domains.viber, 'nxdomain'),
      addressRules: [{ targets: [stubAddress], action: 'refuse' }],
    },
    network: ['normal'],
    // The system's resolver does know the name, so the name exists.
    services: { viber: refused },
    others: ok,
  },
  {
    name: 'names forged to a proxy, and TLS reset by server name',
    origin: 'ooni/webconnectivityqa: tlsBlockingConnectionResetWithInconsistentDNS',
    world: {
      dns: viberTo('94.140.200.1'),
      tls: [{ names: domains.viber, action: 'reset' }],
    },
    network: ['normal'],
    services: { viber: resetByName },
    others: ok,
  },
  {
    name: 'names resolved to a proxy that passes everything on',
    origin: 'ooni/webconnectivityqa: dnsHijackingToProxyWithHTTPSURL',
    world: { dns: viberTo('94.140.200.1') },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'the system resolver knows no foreign names, domestic ones it does',
    origin: 'Russia: allowlist by names',
    world: {
      dns: [
        { names: [...allowed, '.yandex.net'], answer: 'truth' },
        { names: ['*'], answer: 'nxdomain' },
      ],
    },
    network: ['allowlist'],
    // Telegram's data centres have no names and go on answering.
    services: {
      max: ok,
      vk: ok,
      telegram: { ...namesShutOff, states: ['impaired', 'insufficient'] },
    },
    others: namesShutOff,
  },
  {
    name: 'the system resolver knows no names at all',
    origin: "an operator's resolver out of order",
    world: { dns: [{ names: ['*'], answer: 'servfail' }], doh: { yandex: [] } },
    network: ['degraded'],
    others: gap,
    core: true,
  },
  {
    name: 'the system resolver is silent',
    origin: "an operator's resolver out of order",
    world: { dns: [{ names: ['*'], answer: 'silent' }], doh: { yandex: [] } },
    network: ['degraded'],
    others: gap,
  },
  {
    name: "half of a service's names removed: its pictures, and not its messages",
    origin: 'Russia in February 2026, the other way round',
    world: { dns: [{ names: ['mmg.whatsapp.net', 'pps.whatsapp.net'], answer: 'nxdomain' }] },
    network: ['normal'],
    services: {
      whatsapp: {
        ...impaired(removed),
        roles: { web: ['ok'], messages: ['ok'], media: ['blocked', 'likely_blocked'] },
      },
    },
    others: ok,
  },
  {
    name: 'trusted resolvers fall one after another, beside names removed',
    origin: 'Russia, August 2026: DoH resolvers closed by name, not everywhere',
    before: [withoutDoh([]), withoutDoh(resolverNames.slice(0, 3))],
    world: withoutDoh(resolverNames),
    network: ['normal'],
    // Nobody is left to tell a removal from a name that is gone, and nobody says that it is gone.
    services: {
      viber: either(removed, nameFails),
      signal: either(removed, nameFails),
    },
    others: ok,
  },
  {
    name: 'a service gives its names back, and some resolvers have not heard of it',
    origin: 'a service that closes: delegations live on for two days',
    world: {
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: Object.fromEntries(
        ['cloudflare-ip', 'adguard', 'google', 'cloudflare'].map((id) => [
          id,
          [{ names: domains.viber, answer: 'nxdomain' as const }],
        ]),
      ),
    },
    network: ['normal'],
    services: {
      viber: {
        states: ['down', 'likely_blocked', 'insufficient'],
        mechanisms: ['dns.error', 'dns.nxdomain'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  {
    name: 'one trusted resolver alone is left, and two services are withheld',
    origin: 'Russia, August 2026: secure DNS blocked, not everywhere',
    world: {
      dns: [{ names: [...domains.viber, ...domains.snapchat], answer: 'nxdomain' }],
      doh: mute,
      addressRules: [
        {
          targets: [
            ...bareServers.filter((one) => one !== '77.88.8.8'),
            ...resolverNames.filter((name) => name !== 'doh.dns.sb'),
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal'],
    services: { viber: either(withheld, nameFails), snapchat: either(withheld, nameFails) },
    others: ok,
  },
  {
    name: 'connections to trusted resolvers cut more often than not, and one service is withheld',
    origin: 'a filter of secure DNS on some of the parallel lines',
    world: {
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: mute,
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
      tls: [{ names: resolverNames, action: 'reset', percent: 60 }],
    },
    network: ['normal', 'degraded'],
    services: { viber: either(withheld, nameFails) },
    others: ok,
  },
  {
    name: 'the name servers of one service fail, and half of the resolvers remember its names',
    origin: "an outage of a service's own name servers",
    world: {
      dns: [{ names: domains.snapchat, answer: 'servfail' }],
      doh: Object.fromEntries(
        ['cloudflare-ip', 'google', 'quad9'].map((id) => [
          id,
          [{ names: domains.snapchat, answer: 'servfail' as const }],
        ]),
      ),
    },
    network: ['normal'],
    services: {
      snapchat: {
        states: ['down', 'insufficient', 'likely_blocked'],
        mechanisms: ['dns.error'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  {
    name: 'the resolver fails on every third name, of messengers and of neutral sites alike',
    origin: "an operator's resolver that does not reach some name servers",
    world: {
      dns: [
        {
          names: [
            ...domains.viber,
            ...domains.snapchat,
            '.wikipedia.org',
            'github.com',
            '.google.com',
            '.debian.org',
            '.apache.org',
            '.python.org',
            '.w3.org',
            'mail.ru',
          ],
          answer: 'servfail',
        },
      ],
    },
    network: ['normal', 'degraded'],
    services: { viber: either(nameFails, gap), snapchat: either(nameFails, gap) },
    others: ok,
  },
  {
    name: 'names lead to a stub first, and to the true address after it',
    origin: 'an answer that was added to, and not replaced',
    world: {
      dns: serviceHosts
        .filter((host) => matchesName([...domains.viber, ...domains.snapchat], host))
        .map((host) => ({
          names: [host],
          type: 'A' as const,
          answer: { addresses: ['10.10.34.35', ...addressesOf(host, {})] },
        })),
      addressRules: [{ targets: ['10.10.34.35'], action: 'refuse' }],
    },
    network: ['normal'],
    services: { viber: openBesideStub, snapchat: openBesideStub },
    others: ok,
  },
  {
    name: 'five names of one service are withheld in five ways',
    origin: 'a resolver with several lists',
    world: {
      dns: [
        { names: ['web.whatsapp.com'], answer: 'empty' },
        { names: ['mmg.whatsapp.net'], answer: { addresses: ['127.0.0.1'] } },
        { names: ['pps.whatsapp.net'], answer: { addresses: ['0.0.0.0'] } },
        { names: ['v.whatsapp.net'], answer: { addresses: ['10.10.34.36'] } },
        { names: ['graph.whatsapp.com'], answer: 'servfail' },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['blocked'],
        scope: 'service',
        locus: 'network',
        mechanisms: ['dns.error', 'dns.injection.bogon', 'tcp.refused', 'timeout', 'tcp.timeout'],
      },
    },
    others: ok,
  },
  {
    name: 'a provider withholds two services that the national resolver knows, which denies a third',
    origin: 'lists that differ',
    world: {
      dns: [
        { names: domains.viber, answer: 'nxdomain' },
        { names: domains.snapchat, answer: 'empty' },
      ],
      doh: { yandex: [{ names: domains.discord, answer: 'nxdomain' }], alidns: [] },
    },
    network: ['normal'],
    // How they are withheld nobody told.
    services: { viber: withheld, snapchat: withheld },
    others: ok,
  },
  {
    name: 'names of three services lead to a page in plain HTTP alone, to a carrier’s own address, and to a stranger',
    origin: 'resolvers of three operators',
    world: {
      dns: [
        { names: domains.viber, answer: { addresses: ['95.167.13.51'] } },
        { names: domains.snapchat, answer: { addresses: ['100.64.7.7'] } },
        { names: domains.messenger, answer: { addresses: ['31.13.94.38'] } },
      ],
      tls: [
        { names: domains.viber, action: 'close', onAddresses: ['95.167.13.51'] },
        { names: domains.messenger, action: 'wrong-name', onAddresses: ['31.13.94.38'] },
      ],
      http: [
        {
          hosts: domains.viber,
          scheme: 'http',
          onAddresses: ['95.167.13.51'],
          answer: {
            status: 200,
            headers: { 'content-type': 'text/html; charset=utf-8' },
            body: '<h1>Доступ к сайту ограничен в соответствии с Федеральными законами</h1>',
          },
        },
      ],
      addressRules: [{ targets: ['100.64.7.7'], action: 'refuse' }],
    },
    network: ['normal'],
    services: {
      viber: {
        states: ['blocked', 'likely_blocked'],
        scope: 'service',
        mechanisms: ['http.blockpage', 'dns.injection.blockpage', 'reset', 'tls.reset'],
      },
      snapchat: {
        states: ['blocked', 'likely_blocked'],
        scope: 'service',
        mechanisms: ['dns.injection.bogon', 'tcp.refused'],
      },
      messenger: {
        states: ['blocked', 'likely_blocked'],
        scope: 'service',
        mechanisms: ['tls.mitm', 'dns.injection.other'],
      },
    },
    others: ok,
  },
  {
    name: 'the resolver fails on two services and three neutral sites, and finds the rest',
    origin: 'a forwarder that cannot reach some name servers: it loses their large answers',
    world: {
      dns: [
        {
          names: [
            ...domains.signal,
            ...domains.snapchat,
            '.debian.org',
            '.python.org',
            '.github.com',
          ],
          answer: 'servfail',
        },
      ],
      doh: { yandex: [] },
    },
    network: ['normal', 'degraded'],
    // Of a network that does the same to neutral sites nothing is said in one check.
    services: { signal: gap, snapchat: gap },
    others: ok,
  },
  {
    name: 'a third of the packets to and from the resolver lost',
    origin: 'an overloaded resolver of a carrier',
    world: { addressRules: [{ targets: ['10.53.53.53'], action: { lossyPercent: 33 } }] },
    steadyRounds: 1,
    network: ['normal', 'degraded'],
    others: either(ok, gap),
    withinMs: 150_000,
  },
  {
    name: 'the resolver fails on all names under com for twenty seconds',
    origin: 'a resolver that does not reach the servers of a registry',
    world: {},
    phases: [
      {
        afterMs: 600,
        world: { dns: [{ names: ['.com'], answer: 'servfail' }], keepsConnections: true },
      },
      { afterMs: 20_600, world: { keepsConnections: true } },
    ],
    network: ['normal', 'degraded'],
    others: either(ok, gap),
    withinMs: 120_000,
  },
];
