import { plainDataCentres } from '../network/known-names.ts';
import type {
  DnsRule,
  HttpAnswer,
  HttpRule,
  TlsRule,
  WorldDescription,
} from '../world/description.ts';
import { forged, gap, ok, removed, resetByName, withheldOnce } from './expectations.ts';
import { domains } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** A filter of one's own is never called a block of the network, and never proven. */
const filtered = {
  states: ['likely_blocked'],
  confidence: ['low', 'medium'],
  scope: 'service',
  locus: 'local',
} satisfies Partial<Expectation>;

/** It answers in the service's place: with a page, or by leading to one. */
const answered: Expectation = {
  ...filtered,
  mechanisms: ['http.blockpage'],
  deepest: ['http.blockpage'],
};
const redirected: Expectation = {
  ...filtered,
  mechanisms: ['http.redirect'],
  deepest: ['http.redirect'],
};
/** It withholds the name, or leads it to nowhere. */
const withheldAtHome: Expectation = {
  ...filtered,
  mechanisms: ['dns.error', 'tcp.refused', 'dns.injection.bogon'],
  mechanismIsOptional: true,
};
/** The request never leaves the browser or the proxy. */
const forbidden: Expectation = {
  ...filtered,
  mechanisms: ['http.error'],
  mechanismIsOptional: true,
};

/** What is not asked by HTTP over TLS passes: WebSockets, and Telegram's data centres. */
const answeredInPart: Expectation = {
  states: ['impaired', 'likely_blocked'],
  mechanisms: ['http.redirect', 'http.blockpage'],
  scope: 'service',
  locus: 'local',
};

/** It answers in the service's place under a certificate that browsers do not trust. */
const answeredUntrusted: Expectation = {
  ...filtered,
  mechanisms: ['tls.mitm', 'dns.injection.bogon'],
  mechanismIsOptional: true,
};

const html = { 'content-type': 'text/html; charset=utf-8' };
const officePage: HttpAnswer = {
  status: 200,
  headers: html,
  body: '<!doctype html><title>Office network</title><h1>This site is not for work</h1>',
};
const schoolPage: HttpAnswer = {
  status: 403,
  headers: html,
  body: '<!doctype html><title>Web Page Blocked</title><p>Powered by FortiGuard.</p>',
};

/** Answers under a certificate of its own, whose root the browser trusts. */
function underTrustedRoot(
  names: string[],
  answer: HttpAnswer,
): { tls: TlsRule[]; http: HttpRule[] } {
  return {
    tls: [{ names, action: 'intercepted' }],
    http: [{ hosts: names, scheme: 'https', answer }],
  };
}

function redirectTo(location: string): HttpAnswer {
  return { status: 302, headers: { location } };
}

const advertising = ['.doubleclick.net', '.googlesyndication.com'];
/** Withheld by a household's resolver, so that Firefox leaves names to it. */
const canary: DnsRule = { names: ['use-application-dns.net'], answer: 'nxdomain' };
const followsNoList = { yandex: [] };

/** A household's server, to which its resolver leads what it withholds. */
const ownServer = '192.168.1.2';

/** A resolver that leads names to a server of its own, which shows its page there, and an untrusted certificate. */
function ledToOwnServer(
  names: string[],
  action: 'forged' | 'wrong-name',
): Required<Pick<WorldDescription, 'dns' | 'tls' | 'http'>> {
  return {
    dns: [{ names, answer: { addresses: [ownServer] } }],
    tls: [{ names, action, onAddresses: [ownServer] }],
    http: [{ hosts: names, scheme: 'http', answer: officePage }],
  };
}

const [web, messages] = [{ web: ['ok' as const] }, ['insufficient' as const]];

const advertisingAndTwo = ['.doubleclick.net', ...domains.snapchat, ...domains.discord];

/** Beside a block of the network. */
function ledToNowhere(names: string[]): WorldDescription {
  return {
    dns: [{ names: ['.doubleclick.net', ...names], answer: { addresses: ['0.0.0.0'] } }],
    doh: { yandex: [] },
    tls: [{ names: domains.viber, action: 'reset' }],
  };
}

const ledByOwn: Expectation = {
  ...filtered,
  mechanisms: ['dns.error', 'tcp.refused'],
  mechanismIsOptional: true,
};

/** Filters of a computer, a household, a school or an office: all of one's own. */
export const ownFilterScenarios: Scenario[] = [
  {
    name: 'an office that answers several services with one page',
    origin: 'a proxy that opens TLS, its root installed',
    core: true,
    world: underTrustedRoot(
      [...domains.whatsapp, ...domains.discord, ...domains.snapchat, ...domains.viber],
      officePage,
    ),
    network: ['normal'],
    // This filter lets WebSockets pass, and Discord's carries messages without its page.
    services: {
      whatsapp: answered,
      discord: answeredInPart,
      snapchat: answered,
      viber: answered,
    },
    others: ok,
  },
  {
    name: 'an office that redirects several services to one host',
    origin: 'a proxy that opens TLS, its root installed',
    world: underTrustedRoot(
      [...domains.whatsapp, ...domains.telegram, ...domains.vk],
      redirectTo('https://block.office.example/?why=messenger'),
    ),
    network: ['normal'],
    services: { whatsapp: redirected, telegram: answeredInPart, vk: redirected },
    others: ok,
  },
  {
    name: 'a school that redirects one service to its own host',
    origin: 'a filter that opens TLS, its root installed',
    world: underTrustedRoot(domains.snapchat, redirectTo('https://filter.school.lan/')),
    network: ['normal'],
    services: { snapchat: redirected },
    others: ok,
  },
  {
    name: 'a school that redirects one service to a public host',
    origin: 'a filter that opens TLS, its root installed',
    world: underTrustedRoot(domains.snapchat, redirectTo('https://www.school-filter.com/why')),
    network: ['normal'],
    // Nothing tells it from a service that has moved.
    services: { snapchat: { states: ['insufficient'], reasons: ['leads-elsewhere'] } },
    others: ok,
  },
  {
    name: 'a service that has moved to a domain that nobody told us of',
    origin: 'zoom.us to zoom.com, messenger.com to facebook.com',
    world: {
      http: [
        {
          hosts: domains.viber,
          scheme: 'https',
          answer: redirectTo('https://www.viber-messenger.com/'),
        },
      ],
    },
    network: ['normal'],
    services: { viber: { states: ['insufficient', 'ok'], reasons: ['leads-elsewhere'] } },
    others: ok,
  },
  {
    name: 'a service of which some hosts have moved to a domain that nobody told us of',
    origin: 'the pages of a service move first',
    world: {
      http: [
        {
          hosts: ['web.telegram.org', 'telegram.org', 't.me'],
          scheme: 'https',
          answer: redirectTo('https://www.new-telegram.com/'),
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "a school that answers with its vendor's page",
    origin: 'a filter that opens TLS, its root installed',
    world: underTrustedRoot(domains.discord, schoolPage),
    network: ['normal'],
    services: { discord: answeredInPart },
    others: ok,
  },
  {
    name: "a family's filter that redirects to its vendor",
    origin: 'Cisco Umbrella, its root installed',
    world: underTrustedRoot(domains.viber, redirectTo('https://block.opendns.com/?url=1')),
    network: ['normal'],
    services: { viber: redirected },
    others: ok,
  },
  {
    name: 'two services of one operator redirect to one host of theirs',
    origin: 'Meta sends WhatsApp and Messenger to a sign-in page',
    world: {
      http: [
        {
          hosts: ['web.whatsapp.com', 'www.messenger.com'],
          scheme: 'https',
          answer: redirectTo('https://www.facebook.com/login/'),
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a household resolver that leads names to nowhere',
    origin: 'Pi-hole, which answers 0.0.0.0',
    world: {
      dns: [
        {
          names: [...domains.whatsapp, ...domains.messenger, ...advertising],
          answer: { addresses: ['0.0.0.0'] },
        },
        canary,
      ],
      doh: followsNoList,
    },
    network: ['normal'],
    services: { whatsapp: withheldAtHome, messenger: withheldAtHome },
    others: ok,
  },
  {
    name: 'a household resolver that denies names',
    origin: 'AdGuard Home or Pi-hole, which answer NXDOMAIN',
    core: true,
    world: {
      dns: [
        { names: [...domains.whatsapp, ...domains.messenger, ...advertising], answer: 'nxdomain' },
        canary,
      ],
      doh: followsNoList,
    },
    network: ['normal'],
    services: { whatsapp: withheldAtHome, messenger: withheldAtHome },
    others: ok,
  },
  {
    name: 'a household resolver that denies names, behind a VPN, while the state withholds them at home',
    origin:
      'AdGuard Home on a line that leaves by a server abroad; Yandex’s resolver follows the list',
    world: {
      dns: [{ names: [...domains.whatsapp, ...advertising], answer: 'nxdomain' }, canary],
      exit: { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true },
    },
    browser: { timeZone: 'Europe/Moscow' },
    network: ['normal'],
    // What Russia's resolver withholds says nothing of this line.
    services: { whatsapp: withheldAtHome },
    others: ok,
  },
  {
    name: 'a household resolver that leads names of several operators to its own server',
    origin: 'Pi-hole with a page for what it blocks, under its own certificate',
    world: {
      ...ledToOwnServer(
        [...domains.whatsapp, ...domains.viber, ...domains.discord, ...advertising],
        'forged',
      ),
      doh: followsNoList,
    },
    network: ['normal'],
    services: {
      whatsapp: answeredUntrusted,
      viber: answeredUntrusted,
      discord: answeredUntrusted,
    },
    others: ok,
  },
  {
    name: "a household resolver that leads names to its maker's server",
    origin: 'a router whose filter answers under the certificate of its maker; Signal among them',
    world: {
      ...ledToOwnServer([...domains.signal, ...domains.snapchat, ...advertising], 'wrong-name'),
      doh: followsNoList,
    },
    network: ['normal'],
    services: { signal: answeredUntrusted, snapchat: answeredUntrusted },
    others: ok,
  },
  {
    name: 'certificates forged on the way, beside a household filter of advertising',
    origin: 'an interceptor of single services; a Pi-hole that denies names',
    world: {
      dns: [{ names: advertising, answer: 'nxdomain' }, canary],
      tls: [{ names: [...domains.viber, ...domains.discord], action: 'forged' }],
      doh: followsNoList,
    },
    network: ['normal'],
    services: { viber: forged, discord: forged },
    others: ok,
  },
  {
    name: 'a household filter that leads advertising to nowhere, and a provider that denies a messenger',
    origin: 'Pi-hole as it is installed, on a line whose resolver withholds Viber',
    world: {
      dns: [
        { names: advertising, answer: { addresses: ['0.0.0.0'] } },
        { names: domains.viber, answer: 'nxdomain' },
      ],
      doh: followsNoList,
    },
    network: ['normal'],
    services: { viber: { ...withheldOnce, locus: 'unknown' } },
    others: ok,
  },
  {
    name: 'a family resolver that denies advertising too',
    origin: 'AdGuard Family, Cloudflare for Families',
    world: {
      dns: [
        { names: [...domains.discord, ...domains.snapchat, ...advertising], answer: 'nxdomain' },
      ],
      doh: followsNoList,
    },
    network: ['normal'],
    services: { discord: withheldAtHome, snapchat: withheldAtHome },
    others: ok,
  },
  {
    name: 'a list of names on the computer',
    origin: 'a hosts file against advertising, with names added',
    world: {
      dns: [{ names: [...domains.viber, ...advertising], answer: { addresses: ['127.0.0.1'] } }],
      doh: followsNoList,
    },
    network: ['normal'],
    services: { viber: withheldAtHome },
    others: ok,
  },
  {
    name: 'names withheld by the state, beside a household filter of others',
    origin: 'Russia: February 2026, behind a Pi-hole',
    world: {
      dns: [
        { names: [...domains.whatsapp, ...domains.viber, ...advertising], answer: 'nxdomain' },
        canary,
      ],
      doh: { yandex: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    },
    network: ['normal'],
    services: { whatsapp: removed, viber: withheldAtHome },
    others: ok,
  },
  {
    name: 'names withheld by the state, and a household filter of advertising alone',
    origin: 'Russia: February 2026, behind a Pi-hole',
    world: {
      dns: [{ names: [...domains.whatsapp, ...advertising], answer: 'nxdomain' }, canary],
      doh: { yandex: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    },
    network: ['normal'],
    services: { whatsapp: removed },
    others: ok,
  },
  {
    name: 'a household filter of a host that nobody needs, and addresses of the page refused',
    origin: 'a Pi-hole with a list of trackers, on a line that refuses a service',
    world: {
      dns: [{ names: [...advertising, 'app.snapchat.com'], answer: 'nxdomain' }, canary],
      doh: followsNoList,
      addressRules: [{ targets: ['www.snapchat.com', 'web.snapchat.com'], action: 'refuse' }],
    },
    network: ['normal'],
    // What the filter withholds says nothing of who refuses the rest.
    services: {
      snapchat: {
        states: ['likely_blocked'],
        mechanisms: ['tcp.refused', 'dns.error'],
        locus: 'unknown',
      },
    },
    others: ok,
  },
  {
    name: "an administrator's policy that forbids the pages of some services",
    origin: 'a managed browser: URLBlocklist, WebsiteFilter',
    world: {},
    browser: { forbiddenByPolicy: [...domains.viber, ...domains.snapchat] },
    network: ['normal'],
    // A known limit: such policies are about pages, and let the requests of extensions pass.
    others: ok,
  },
  {
    name: 'a proxy that does not connect to some services',
    origin: 'a workplace: CONNECT is answered 403',
    world: {},
    browser: { proxy: { kind: 'http', refuses: [...domains.viber, ...domains.snapchat] } },
    network: ['normal'],
    services: { viber: forbidden, snapchat: forbidden },
    others: ok,
  },
  {
    name: "a transparent proxy in place of Telegram's data centres",
    origin: 'a cache that cannot reach them, and says 504',
    world: {
      http: [
        {
          hosts: plainDataCentres,
          answer: { status: 504, headers: { ...html, via: '1.1 cache (squid/5.7)' } },
        },
      ],
    },
    network: ['normal'],
    services: { telegram: { ...gap, roles: { ...web, messages } } },
    others: ok,
  },
  {
    name: "a page of an unknown operator in place of Telegram's data centres",
    origin: 'a router that greets in plain HTTP',
    world: {
      http: [
        {
          hosts: plainDataCentres,
          answer: { status: 200, headers: html, body: '<title>Welcome</title>' },
        },
      ],
    },
    network: ['normal'],
    services: {
      telegram: {
        // What answers is no page of a known operator, so there is no label.
        states: ['impaired'],
        scope: 'service',
        mechanisms: ['http.blockpage'],
        mechanismIsOptional: true,
        roles: { web: ['ok'], messages: ['likely_blocked'] },
      },
    },
    others: ok,
  },
  {
    name: "Telegram's data centres redirect to Telegram",
    origin: 'three of them do so',
    world: {
      http: [{ hosts: plainDataCentres, answer: redirectTo('https://core.telegram.org/') }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: '503 with a challenge is an answer',
    origin: 'a content network under attack',
    world: {
      http: [
        {
          hosts: domains.discord,
          scheme: 'https',
          answer: { status: 503, headers: { ...html, 'cf-mitigated': 'challenge' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a household filter that answers nothing for advertising and three services',
    origin: 'Pi-hole in its mode NODATA',
    world: {
      dns: [
        { names: ['use-application-dns.net'], answer: 'nxdomain' },
        {
          names: [
            '.doubleclick.net',
            ...domains.snapchat,
            ...domains.discord,
            ...domains.messenger,
          ],
          answer: 'empty',
        },
      ],
      doh: { yandex: [] },
    },
    network: ['normal'],
    services: Object.fromEntries(
      ['snapchat', 'discord', 'messenger'].map((id) => [
        id,
        {
          states: ['likely_blocked', 'insufficient'],
          mechanisms: ['dns.error'],
          mechanismIsOptional: true,
          locus: 'local',
        } satisfies Expectation,
      ]),
    ),
    others: ok,
  },
  {
    name: 'a provider that asks Firefox to leave names to it, and the state withholds some',
    origin: 'the canary domain at providers',
    world: {
      dns: [
        { names: ['use-application-dns.net'], answer: 'nxdomain' },
        { names: domains.whatsapp, answer: 'nxdomain' },
      ],
      doh: { yandex: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['dns.nxdomain'],
        locus: 'network',
      },
    },
    others: ok,
  },
  {
    name: 'a household filter that leads advertising and two services to nowhere in both families',
    origin: 'a filter of names in the router',
    world: {
      family: 'dual',
      dns: [
        { names: advertisingAndTwo, type: 'A', answer: { addresses: ['0.0.0.0'] } },
        { names: advertisingAndTwo, type: 'AAAA', answer: { addresses: ['::'] } },
      ],
      doh: { yandex: [] },
    },
    network: ['normal'],
    services: { snapchat: ledByOwn, discord: ledByOwn },
    others: ok,
  },
  {
    name: "a secure DNS in the browser's settings that leads advertising and two services to nowhere",
    origin: 'a family resolver that a person chose',
    world: {
      doh: { adguard: [{ names: advertisingAndTwo, answer: { addresses: ['0.0.0.0'] } }] },
    },
    browser: { secureDns: 'https://94.140.14.140/dns-query' },
    network: ['normal'],
    services: { snapchat: ledByOwn, discord: ledByOwn },
    others: ok,
  },
  {
    name: 'a household filter takes one service and then a second, while the network resets a third',
    origin: 'a filter of names in the router, in Russia',
    before: [ledToNowhere(domains.snapchat), ledToNowhere(advertisingAndTwo)],
    world: ledToNowhere(advertisingAndTwo),
    network: ['normal'],
    services: { snapchat: ledByOwn, discord: ledByOwn, viber: resetByName },
    others: ok,
  },
];
