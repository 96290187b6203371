import type { ServiceState } from '../../../lib/model/state.ts';
import type { HttpAnswer, HttpRule } from '../world/description.ts';
import { ok, proven, resetByName, silentByName } from './expectations.ts';
import { domains, foreignDomains, warning } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

const page: HttpAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Доступ к ресурсу ограничен</title>',
};
const redirect: HttpAnswer = { status: 302, headers: { location: warning } };

function instead(hosts: string[], answer: NonNullable<HttpRule['answer']>): HttpRule[] {
  return [{ hosts, scheme: 'http', answer }];
}

const resetAndPage: Expectation = {
  ...proven,
  mechanisms: ['reset', 'tls.reset', 'tls.reset.sni', 'http.blockpage'],
  deepest: ['tls.reset.sni', 'http.blockpage'],
};

/** Messengers use HTTPS and work; the findings over plain HTTP are reported. */
function works(plain: Record<string, ServiceState>): Record<string, Expectation> {
  return Object.fromEntries(
    Object.entries(plain).map(([id, state]) => [
      id,
      { ...ok, targets: { [`${id}/plain`]: [state] } },
    ]),
  );
}

/** An operator's answers over plain HTTP, where no TLS prevents them. */
export const plainScenarios: Scenario[] = [
  {
    name: 'TLS reset by server name, and a block page in plain HTTP',
    origin: "Russia: operators' filters answer plain HTTP and reset TLS",
    world: {
      tls: [{ names: domains.viber, action: 'reset' }],
      http: instead(domains.viber, page),
    },
    network: ['normal'],
    services: {
      viber: { ...resetAndPage, targets: { 'viber/plain': ['blocked'] } },
    },
    others: ok,
    core: true,
  },
  {
    name: 'silence after the server name, and a redirect to a warning page in plain HTTP',
    origin: "Russia: operators' filters redirect plain HTTP and swallow TLS",
    world: {
      tls: [{ names: domains.discord, action: 'silent' }],
      http: instead(domains.discord, redirect),
    },
    network: ['normal'],
    services: {
      discord: {
        ...proven,
        mechanisms: ['timeout', 'tls.timeout', 'tls.timeout.sni', 'http.redirect'],
        deepest: ['tls.timeout.sni', 'http.redirect'],
      },
    },
    others: ok,
  },
  {
    name: 'a block page in plain HTTP while HTTPS works',
    origin: 'a filter that reads plain HTTP alone',
    world: { http: instead([...domains.vk, ...domains.telegram, ...domains.signal], page) },
    network: ['normal'],
    services: works({ vk: 'blocked', telegram: 'blocked', signal: 'blocked', viber: 'ok' }),
    others: ok,
    core: true,
  },
  {
    name: 'a redirect to a warning page in plain HTTP while HTTPS works',
    origin: 'a filter that reads plain HTTP alone',
    world: { http: instead([...domains.snapchat, ...domains.max], redirect) },
    network: ['normal'],
    services: works({ snapchat: 'blocked', max: 'blocked' }),
    others: ok,
  },
  {
    name: 'plain HTTP reset by its host',
    origin: 'a filter that reads plain HTTP alone',
    world: { http: instead([...domains.snapchat, ...domains.discord], 'reset') },
    network: ['normal'],
    // One failure without a pair supports no verdict.
    services: works({ snapchat: 'insufficient', discord: 'insufficient' }),
    others: ok,
  },
  {
    name: 'plain HTTP to bare names stays without an answer',
    origin: 'a filter that reads plain HTTP alone',
    world: { http: instead(Object.values(domains).flat(), 'silent') },
    network: ['normal'],
    services: works({ telegram: 'insufficient', vk: 'insufficient' }),
    others: ok,
  },
  {
    name: 'silence after the server name, and a 451 in plain HTTP',
    origin: 'a filter that names the law where it can',
    world: {
      tls: [{ names: domains.facetime, action: 'silent' }],
      http: instead(domains.facetime, { status: 451 }),
    },
    network: ['normal'],
    services: {
      // The sender is unknown, so it need not count as proof.
      facetime: {
        ...silentByName,
        mechanisms: ['timeout', 'tls.timeout', 'tls.timeout.sni', 'http.error'],
        deepest: ['tls.timeout.sni', 'http.error'],
      },
    },
    others: ok,
  },
  {
    name: 'a 451 in plain HTTP while HTTPS works',
    origin: 'a filter that reads plain HTTP alone',
    world: { http: instead(domains.viber, { status: 451 }) },
    network: ['normal'],
    services: works({ viber: 'blocked' }),
    others: ok,
  },
  {
    name: 'a bare name whose HTTPS record makes the browser ask in HTTPS by itself',
    origin: 'HTTPS records in DNS (RFC 9460), which large content networks set',
    world: {
      httpsRecords: domains.discord,
      tls: [{ names: domains.discord, action: 'reset' }],
      http: instead(domains.discord, page),
    },
    network: ['normal'],
    services: { discord: { ...resetByName, targets: { 'discord/plain': ['insufficient'] } } },
    others: ok,
    firefox: {
      why: 'it asks in plain HTTP in spite of the record, and so sees the page',
      services: {
        discord: {
          ...resetAndPage,
          targets: { 'discord/plain': ['blocked', 'insufficient'] },
        },
      },
    },
  },
  {
    name: 'a bare name that the browser asks in HTTPS by itself',
    origin: 'HTTP Strict Transport Security (RFC 6797), remembered or preloaded',
    before: [
      {
        http: [
          {
            hosts: ['.apple.com', '.vk.com'],
            scheme: 'https',
            answer: { status: 200, headers: { 'strict-transport-security': 'max-age=31536000' } },
          },
        ],
      },
    ],
    world: {
      tls: [{ names: domains.facetime, action: 'reset' }],
      http: instead([...domains.facetime, ...domains.vk], page),
    },
    network: ['normal'],
    // The browser's own redirect hides the page.
    services: {
      facetime: { ...resetByName, targets: { 'facetime/plain': ['insufficient'] } },
      ...works({ vk: 'insufficient' }),
    },
    others: ok,
  },
  {
    name: 'an operator that puts an offer of its own in front of plain requests',
    origin: 'paid subscriptions of mobile operators',
    world: {
      http: [
        {
          hosts: [...foreignDomains, ...domains.max, ...domains.vk],
          scheme: 'http',
          answer: { status: 302, headers: { location: 'http://offer.operator.example/' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  ...['http://notice.provider.net/', 'http://192.168.1.1/notice'].map(
    (location): Scenario => ({
      name: `a notice in place of everything asked without TLS (${location})`,
      origin:
        'a hotel that greets, a provider that reminds of a debt: port 80 leads to their page until it was read',
      world: {
        http: [{ hosts: ['*'], scheme: 'http', answer: { status: 302, headers: { location } } }],
      },
      network: ['normal', 'captive_portal'],
      // Whatever is asked without TLS shows it, so it is no evidence against one service.
      services: { telegram: { states: ['ok', 'insufficient'] } },
      others: ok,
    }),
  ),
];
