import type { ServiceState } from '../../../lib/model/state.ts';
import type { SocketAction } from '../world/description.ts';
import {
  cutOff,
  dropped,
  either,
  impaired,
  legallyRefused,
  ok,
  removed,
  resetByName,
  silentByName,
  unanswered,
} from './expectations.ts';
import type { Expectation, Scenario } from './scenario.ts';

const gateway = 'gateway.discord.gg';
const gatewayHosts = [gateway];
/** The hosts of Telegram's web client, each for one or two data centres. */
const telegramSockets = ['venus', 'vesta', 'kws2', 'kws4'].map(
  (name) => `${name}.web.telegram.org`,
);
const foreignStun = ['stun.cloudflare.com', 'stun.l.google.com'];
const domesticStun = ['stun.sberbank.ru'];
const everyStun = [...foreignStun, ...domesticStun];

/** A service's page and login work, but the socket that carries its messages does not. */
function discordWithout(by: Expectation, messages: ServiceState[]): Record<string, Expectation> {
  return { discord: impaired(by, { messages, web: ['ok'], api: ['ok'] }) };
}

/** One action on Discord's gateway, after its handshake. */
function atGateway(
  name: string,
  action: SocketAction,
  rest: Pick<Scenario, 'origin'> & Partial<Scenario>,
): Scenario {
  return {
    name,
    world: { sockets: [{ hosts: gatewayHosts, action }] },
    network: ['normal'],
    others: ok,
    ...rest,
  };
}

function calls(states: ServiceState[]): Expectation {
  return { ...ok, roles: { calls: states } };
}

/** Calls of the one service whose own servers for them are probed; those of all others only the network decides. */
const ownCalls = { signal: calls(['ok']) };

/** Pages get through, sockets do not, which is alike for all. */
const withoutSocket: Expectation = {
  states: ['ok', 'impaired', 'insufficient'],
  mechanisms: ['timeout', 'http.timeout'],
  mechanismIsOptional: true,
};

/** WebSockets that open, are refused, or fail alone; and the path of calls. */
export const socketScenarios: Scenario[] = [
  {
    name: 'sockets open on a line with some latency',
    origin: 'everyday',
    world: { latencyMs: 60 },
    network: ['normal'],
    services: {
      ...ownCalls,
      whatsapp: { ...ok, roles: { messages: ['ok'], calls: ['insufficient'] } },
    },
    others: calls(['insufficient']),
  },
  {
    name: 'sockets refuse a request without an Origin with 403',
    origin: 'services check the Origin of their web clients',
    world: {
      sockets: [
        {
          hosts: ['web.whatsapp.com', 'edge-chat.facebook.com', '.oneme.ru'],
          action: { status: 403 },
        },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: { ...ok, roles: { messages: ['ok'] } },
      messenger: { ...ok, roles: { messages: ['ok'] } },
      max: { ...ok, roles: { messages: ['ok'] } },
    },
    others: ok,
  },
  {
    name: 'a socket redirects elsewhere',
    origin: 'a load balancer in front of a web client',
    world: { sockets: [{ hosts: telegramSockets, action: { status: 302 } }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a socket alone is refused for legal reasons',
    origin: 'RFC 7725; Chromium does not show the status of a refused upgrade',
    world: { sockets: [{ hosts: gatewayHosts, action: { status: 451 } }] },
    network: ['normal'],
    services: { discord: { states: ['ok', 'impaired'], mechanisms: ['http.error'] } },
    others: ok,
    firefox: { why: 'it shows the status of a refused upgrade, and Chromium does not' },
  },
  {
    name: "a socket's host refuses everything for legal reasons",
    origin: 'RFC 7725; what its host says over HTTPS is shown',
    world: { http: [{ hosts: gatewayHosts, answer: { status: 451 } }] },
    network: ['normal'],
    services: discordWithout(legallyRefused, ['blocked']),
    others: ok,
  },
  {
    name: "the socket's host alone reset by server name",
    origin: 'Russia: Discord, October 2024: the gateway among the names',
    world: { tls: [{ names: gatewayHosts, action: 'reset' }] },
    network: ['normal'],
    // One name at one address: a pair needs two of either.
    services: discordWithout({ ...either(resetByName, cutOff), deepest: ['tls.reset'] }, [
      'blocked',
      'likely_blocked',
    ]),
    others: ok,
  },
  {
    name: "the socket's host alone silent by server name",
    origin: 'Russia: names swallowed one by one',
    world: { tls: [{ names: gatewayHosts, action: 'silent' }] },
    network: ['normal'],
    services: discordWithout({ ...either(silentByName, unanswered), deepest: ['tls.timeout'] }, [
      'blocked',
      'likely_blocked',
    ]),
    others: ok,
  },
  {
    name: "the socket's host alone removed from the resolver",
    origin: 'Russia: National Domain Name System, 2026',
    world: { dns: [{ names: gatewayHosts, answer: 'nxdomain' }] },
    network: ['normal'],
    services: discordWithout(removed, ['blocked']),
    others: ok,
  },
  {
    name: "the socket's address alone silently dropped",
    origin: 'Russia: single addresses of Cloudflare',
    world: { addressRules: [{ targets: gatewayHosts, action: 'drop' }] },
    network: ['normal'],
    services: discordWithout(either(dropped, unanswered), ['likely_blocked']),
    others: ok,
  },
  {
    name: "all of Telegram's sockets reset by server name",
    origin: 'Russia: the web client opens and does not connect, 2026',
    world: { tls: [{ names: telegramSockets, action: 'reset' }] },
    network: ['normal'],
    services: {
      telegram: impaired(either(resetByName, cutOff), { web: ['impaired'], messages: ['ok'] }),
    },
    others: ok,
  },
  {
    name: "one of Telegram's sockets reset by server name, the others open",
    origin: 'one data centre is not all of them',
    world: { tls: [{ names: ['venus.web.telegram.org'], action: 'reset' }] },
    network: ['normal'],
    services: { telegram: { ...ok, roles: { web: ['ok'] } } },
    others: ok,
  },
  {
    name: 'a socket that nobody needs reset by server name',
    origin: "no source says that Messenger's people depend on it",
    world: {
      tls: [{ names: ['edge-chat.facebook.com', 'edge-chat.messenger.com'], action: 'reset' }],
    },
    network: ['normal'],
    services: {
      messenger: { ...ok, roles: { messages: ['blocked', 'likely_blocked'], web: ['ok'] } },
    },
    others: ok,
  },
  atGateway('a socket opens and then dead air', 'swallow', {
    origin: 'a filter that lets the upgrade through and swallows frames',
    services: discordWithout({ ...unanswered, mechanisms: ['timeout', 'http.timeout'] }, [
      'likely_blocked',
    ]),
  }),
  {
    name: 'a socket opens to dead air once',
    origin: 'a gateway that restarts',
    world: { sockets: [{ hosts: gatewayHosts, action: 'swallow', times: 1 }] },
    network: ['normal'],
    others: ok,
  },
  atGateway('a socket is closed as soon as it is open', 'close', {
    origin: 'a server that wants a login first',
    services: { discord: { ...ok, roles: { messages: ['ok'] } } },
  }),
  atGateway('a socket is cut off as soon as it is open', 'cut', {
    origin: 'a filter that cuts by the first frame',
    services: discordWithout(cutOff, ['likely_blocked']),
  }),
  atGateway(
    'Discord greets without op 10',
    { greeting: '{"op":9,"d":false}' },
    {
      origin: 'a protocol that moves on',
      services: { discord: { ...ok, roles: { messages: ['ok'] } } },
    },
  ),
  {
    name: 'an upgrade is never answered, pages are',
    origin: 'a proxy that knows no WebSocket',
    world: { sockets: [{ hosts: ['web.whatsapp.com'], action: 'silent' }] },
    network: ['normal'],
    services: {
      whatsapp: impaired(
        { ...unanswered, mechanisms: ['timeout', 'http.timeout'] },
        { messages: ['likely_blocked'], web: ['ok'] },
      ),
    },
    others: ok,
  },
  {
    name: 'STUN abroad is silent, the domestic servers answer',
    origin: 'Russia: calls of foreign messengers, August 2025',
    world: { addressRules: [{ targets: foreignStun, action: 'drop' }] },
    network: ['normal'],
    services: ownCalls,
    others: calls(['insufficient']),
  },
  {
    name: 'all STUN is silent and everything else well',
    origin: 'an office that lets no UDP out',
    world: { addressRules: [{ targets: everyStun, action: 'drop' }] },
    network: ['normal'],
    services: ownCalls,
    others: calls(['insufficient']),
  },
  {
    name: 'all STUN is refused and everything else well',
    origin: 'a router that answers for what it blocks',
    world: { addressRules: [{ targets: everyStun, action: 'refuse' }] },
    network: ['normal'],
    services: ownCalls,
    others: calls(['insufficient']),
  },
  {
    name: "STUN servers' names removed from the resolver",
    origin: 'a resolver that filters, on a network that does not',
    world: { dns: [{ names: everyStun, answer: 'nxdomain' }] },
    network: ['normal'],
    services: ownCalls,
    others: calls(['insufficient']),
  },
  {
    name: 'domestic STUN is silent, the servers abroad answer',
    origin: 'everyday: small servers that are gone',
    world: { addressRules: [{ targets: domesticStun, action: 'drop' }] },
    network: ['normal'],
    services: ownCalls,
    others: calls(['insufficient']),
  },
  {
    name: 'an office that swallows every upgrade to a WebSocket, and all calls',
    origin: 'an old proxy on the way',
    world: {
      sockets: [{ hosts: ['*'], action: 'silent' }],
      addressRules: [
        {
          targets: ['stun.l.google.com', 'stun.cloudflare.com', 'stun.sberbank.ru'],
          action: 'drop',
        },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: withoutSocket,
      telegram: withoutSocket,
      discord: withoutSocket,
      messenger: withoutSocket,
      max: withoutSocket,
    },
    others: ok,
  },
];
