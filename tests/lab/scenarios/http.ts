import type { ServiceState } from '../../../lib/model/state.ts';
import {
  cutOff,
  down,
  impaired,
  legallyRefused,
  ok,
  unanswered,
  warningPage,
} from './expectations.ts';
import { domains, warning } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** In Firefox, which has one code for connections that are closed and that are reset. */
const cutOffAtServer: Expectation = { ...cutOff, scope: 'service' };
const brokenAtServer: Expectation = { ...cutOffAtServer, states: ['ok', 'likely_blocked'] };
const endsAlike = 'it has one code for an end and a reset';

/** The server ends connections, which makes none of its targets look blocked. */
function goesAway(states: ServiceState[], ...targets: string[]): Expectation {
  const allowed: ServiceState[] = ['ok', 'down', 'insufficient'];
  return { states, targets: Object.fromEntries(targets.map((id) => [id, allowed])) };
}

/** HTTP answers, from servers or from a middlebox in their place. */
export const httpScenarios: Scenario[] = [
  {
    name: 'servers that answer HEAD with an error, and open',
    origin: 'servers and gateways that know GET and POST alone',
    world: {
      http: [
        {
          hosts: [...domains.viber, ...domains.snapchat, ...domains.whatsapp],
          scheme: 'https',
          method: 'HEAD',
          answer: { status: 500 },
        },
        { hosts: domains.discord, scheme: 'https', method: 'HEAD', answer: { status: 501 } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: '451 from the server',
    origin: 'a service that refuses a country by law',
    world: { http: [{ hosts: ['.viber.com'], answer: { status: 451 } }] },
    network: ['normal'],
    services: { viber: legallyRefused },
    others: ok,
    core: true,
  },
  {
    name: '451 for media alone',
    origin: 'a service that withholds a part by law',
    world: { http: [{ hosts: ['cdn.discordapp.com'], answer: { status: 451 } }] },
    network: ['normal'],
    services: {
      discord: impaired(legallyRefused, { media: ['blocked'], web: ['ok'], api: ['ok'] }),
    },
    others: ok,
  },
  {
    name: '503 from the server',
    origin: 'an outage',
    world: { http: [{ hosts: ['.snapchat.com'], answer: { status: 503 } }] },
    network: ['normal'],
    services: { snapchat: down },
    others: ok,
    core: true,
  },
  {
    name: '500, 502 and 504 from three services',
    origin: 'an outage',
    world: {
      http: [
        { hosts: domains.viber, answer: { status: 500 } },
        { hosts: domains.discord, answer: { status: 502 } },
        { hosts: domains.max, answer: { status: 504 } },
      ],
    },
    network: ['normal'],
    services: { viber: down, discord: down, max: down },
    others: ok,
  },
  {
    name: "503 from a service's programming interface alone",
    origin: 'a partial outage',
    world: { http: [{ hosts: ['discord.com'], path: '/api', answer: { status: 503 } }] },
    network: ['normal'],
    services: {
      discord: impaired(
        { states: ['down'], mechanisms: ['http.error'] },
        { api: ['down'], web: ['ok'] },
      ),
    },
    others: ok,
  },
  {
    name: '403 and challenges are answers',
    origin: 'ooni/webconnectivityqa: cloudflareCAPTCHAWithHTTPS',
    world: {
      http: [
        {
          hosts: ['.discord.com', '.facebook.com'],
          answer: { status: 403, headers: { 'cf-mitigated': 'challenge' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
    core: true,
  },
  {
    name: '429 and 404 are answers',
    origin: 'a service that limits requests',
    world: {
      http: [
        { hosts: domains.telegram, answer: { status: 429, headers: { 'retry-after': '60' } } },
        { hosts: domains.whatsapp, answer: { status: 404 } },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a redirect without a usable location is an answer',
    origin: 'ooni/webconnectivityqa: redirectWithBrokenLocationForHTTPS',
    world: {
      http: [{ hosts: domains.viber, answer: { status: 302, headers: { location: 'https://' } } }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a redirect to a host that does not answer is an answer',
    origin: 'ooni/webconnectivityqa: redirectWithConsistentDNSAndThenTimeoutForHTTPS',
    world: {
      dns: [{ names: ['moved.viber.com'], answer: 'nxdomain' }],
      addressRules: [{ targets: ['example.com'], action: 'drop' }],
      tls: [{ names: ['x.com'], action: 'reset' }],
      http: [
        {
          hosts: ['www.viber.com'],
          answer: { status: 301, headers: { location: 'https://moved.viber.com/' } },
        },
        {
          hosts: ['www.snapchat.com'],
          answer: { status: 302, headers: { location: 'https://example.com/' } },
        },
        {
          hosts: ['facetime.apple.com'],
          answer: { status: 307, headers: { location: 'https://x.com/' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a redirect to itself is an answer',
    origin: 'ooni/webconnectivityqa: redirectWithMoreThanTenRedirectsAndHTTPS',
    world: {
      http: [
        {
          hosts: ['www.viber.com'],
          answer: { status: 302, headers: { location: 'https://www.viber.com/' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a service that redirects to a warning page over genuine TLS',
    origin: "an operator's page behind a trusted authority",
    world: {
      tls: [{ names: domains.snapchat, action: 'intercepted' }],
      http: [{ hosts: domains.snapchat, answer: { status: 302, headers: { location: warning } } }],
    },
    network: ['normal'],
    services: { snapchat: warningPage },
    others: ok,
  },
  {
    name: 'requests read and never answered',
    origin: 'a server that hangs',
    core: true,
    world: { http: [{ hosts: domains.snapchat, answer: 'silent' }] },
    network: ['normal'],
    services: {
      snapchat: { ...unanswered, mechanisms: ['http.timeout'], deepest: ['http.timeout'] },
    },
    others: ok,
    firefox: {
      services: { snapchat: { ...unanswered, mechanisms: ['timeout'] } },
      why: 'it does not tell whether a connection stood',
    },
  },
  {
    name: 'requests read and cut off',
    origin: 'a server that crashes',
    world: { http: [{ hosts: domains.snapchat, answer: 'reset' }] },
    network: ['normal'],
    // Only a cut in the handshake is explained by a pair.
    services: { snapchat: { ...cutOff, scope: 'service', deepest: ['reset'] } },
    others: ok,
  },
  {
    name: 'connections closed once the request is read, over HTTP/2',
    origin: 'a server that hangs up after the handshake (ERR_CONNECTION_CLOSED)',
    world: { http: [{ hosts: domains.snapchat, scheme: 'https', answer: 'hang-up' }] },
    network: ['normal'],
    services: { snapchat: down },
    others: ok,
    firefox: { services: { snapchat: cutOffAtServer }, why: endsAlike },
  },
  {
    name: 'connections closed once the request is read, over HTTP/1.1',
    origin: 'the same with servers that know no HTTP/2 (ERR_EMPTY_RESPONSE)',
    world: {
      onlyHttp1: domains.snapchat,
      http: [{ hosts: domains.snapchat, scheme: 'https', answer: 'hang-up' }],
    },
    network: ['normal'],
    services: { snapchat: down },
    others: ok,
    firefox: { services: { snapchat: cutOffAtServer }, why: endsAlike },
  },
  {
    name: 'requests read and cut off, over HTTP/1.1',
    origin: 'a server that crashes, and knows no HTTP/2',
    world: {
      onlyHttp1: domains.snapchat,
      http: [{ hosts: domains.snapchat, scheme: 'https', answer: 'reset' }],
    },
    network: ['normal'],
    services: { snapchat: { ...cutOff, scope: 'service', deepest: ['reset'] } },
    others: ok,
  },
  {
    name: 'an answer of another site for one host out of many',
    origin: 'a service that moved a host',
    world: { http: [{ hosts: ['graph.whatsapp.com'], answer: { status: 400 } }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'two services break every request with an error of HTTP/2',
    origin: 'servers under attack; contract 2.4, well-formed or not',
    world: {
      http: [
        {
          hosts: [...domains.snapchat, ...domains.viber],
          scheme: 'https',
          answer: 'stream-error',
        },
      ],
    },
    network: ['normal'],
    others: ok,
    firefox: {
      services: { snapchat: brokenAtServer, viber: brokenAtServer },
      why: 'its code is that of a connection that was reset',
    },
  },
  {
    name: 'three services refuse requests and end connections by the means of HTTP/2, one of them half of the time',
    origin: 'servers that shut down (GOAWAY, RFC 9113)',
    world: {
      http: [
        {
          hosts: [...domains.snapchat, ...domains.viber],
          scheme: 'https',
          answer: 'go-away',
        },
        { hosts: domains.discord, scheme: 'https', percent: 50, answer: 'go-away' },
      ],
    },
    network: ['normal'],
    // Chromium tells of an end of the connection, or that it was over before the request.
    services: {
      snapchat: goesAway(['ok', 'down'], 'snapchat/web', 'snapchat/login', 'snapchat/api'),
      viber: goesAway(['ok', 'down'], 'viber/web', 'viber/downloads'),
      discord: {
        ...goesAway(
          ['ok', 'impaired', 'down', 'insufficient'],
          'discord/api',
          'discord/web',
          'discord/media',
        ),
        mechanisms: ['reset'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
    firefox: {
      services: {
        snapchat: brokenAtServer,
        viber: brokenAtServer,
        discord: {
          states: ['ok', 'impaired', 'likely_blocked', 'insufficient'],
          scope: 'service',
          mechanisms: ['reset', 'timeout'],
          mechanismIsOptional: true,
        },
      },
      why: 'its code is that of a connection that was reset',
    },
  },
  {
    name: 'one service answers a third of all requests with 503',
    origin: 'servers near their limit',
    world: { http: [{ hosts: domains.whatsapp, percent: 33, answer: { status: 503 } }] },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['ok', 'impaired', 'down'],
        mechanisms: ['http.error'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
];
