import type { TlsAction, TlsRule, WorldDescription } from '../world/description.ts';
import { either, forged, gap, ok, resetByName, silentByName } from './expectations.ts';
import { controlsOf, domains, neutralNames, resolverAddresses, resolverNames } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** Blocks and losses that hit a share of the connections, and networks that have lost most of their witnesses. */

function share(names: string[], action: TlsAction, percent: number): TlsRule {
  return { names, action, percent };
}

const silence = ['timeout', 'tls.timeout', 'tls.timeout.sni'] as const;
const cut = ['reset', 'tls.reset', 'tls.reset.sni'] as const;

/** Most connections fail. In a single round all or none of some targets' may. */
const mostlySilent: Expectation = {
  states: ['impaired', 'likely_blocked', 'blocked'],
  mechanisms: [...silence],
  scope: 'service',
};
const nearlyAlwaysAlerted: Expectation = {
  states: ['impaired', 'likely_blocked', 'blocked'],
  mechanisms: ['tls.alert'],
  scope: 'service',
};
/** Chromium repeats what was cut off, so that a third of the connections fails, and no pair can prove a name. */
const cutNowAndThen: Expectation = {
  states: ['ok', 'impaired'],
  mechanisms: ['reset', 'tls.reset'],
  // A connection that fails and is repeated with success has no label.
  mechanismIsOptional: true,
};
/** What TCP repairs, late. */
const lossy: Expectation = {
  states: ['ok', 'impaired'],
  mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout'],
  mechanismIsOptional: true,
};
/** What TCP cannot repair in the time that anybody waits. */
const nearlyDead: Expectation = {
  // One of two connections gets through within 15 s, and Messenger needs but one.
  states: ['ok', 'impaired', 'likely_blocked'],
  shown: ['impaired', 'likely_blocked'],
  // Whichever step lost its packets; a server that has given up resets what comes after all.
  mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout', 'http.timeout', 'reset'],
  mechanismIsOptional: true,
};

/** Before rounds add up. */
const inFirstCheck: Expectation = {
  ...nearlyDead,
  shown: nearlyDead.states,
  confidence: ['low', 'medium'],
};

function losing(services: (keyof typeof domains)[], lossyPercent: number): WorldDescription {
  return {
    addressRules: [
      { targets: services.flatMap((service) => domains[service]), action: { lossyPercent } },
    ],
  };
}

const neutralBut = (...open: string[]) => neutralNames.filter((name) => !open.includes(name));
const portalChecks = [
  'detectportal.firefox.com',
  'connectivity-check.ubuntu.com',
  'www.msftconnecttest.com',
];

export const chanceScenarios: Scenario[] = [
  {
    name: 'two of three handshakes with one service are met with silence',
    origin: 'a filter on one of several parallel lines of an operator',
    world: { tls: [share(domains.signal, 'silent', 67)] },
    steadyRounds: 1,
    network: ['normal'],
    services: { signal: mostlySilent },
    others: ok,
    withinMs: 95_000,
    firefox: {
      withinMs: 130_000,
      services: { signal: { ...mostlySilent, states: ['ok', 'impaired', 'likely_blocked'] } },
      why: 'it repeats a silent handshake by itself, so that fewer than half fail',
    },
  },
  {
    name: 'ninety-seven of a hundred handshakes with one service end in an alert',
    origin: 'Russia: WhatsApp, December 2025: over 90 % of connections failed',
    world: { tls: [share(domains.discord, 'alert', 97)] },
    steadyRounds: 1,
    network: ['normal'],
    services: { discord: nearlyAlwaysAlerted },
    others: ok,
  },
  {
    name: 'three of five handshakes with one service are reset',
    origin: 'a filter on one of several parallel lines of an operator',
    world: { tls: [share(domains.whatsapp, 'reset', 60)] },
    network: ['normal'],
    services: { whatsapp: cutNowAndThen },
    others: ok,
    // Where nothing is repeated, most connections fail.
    firefox: {
      services: {
        whatsapp: {
          states: ['ok', 'impaired', 'likely_blocked'],
          mechanisms: [...cut],
          mechanismIsOptional: true,
        },
      },
    },
  },
  {
    name: 'three packets in ten to three services lost',
    origin: 'an overloaded exchange point',
    world: losing(['whatsapp', 'signal', 'snapchat'], 30),
    network: ['normal'],
    services: { whatsapp: lossy, signal: lossy, snapchat: lossy },
    others: ok,
    withinMs: 95_000,
    firefox: { withinMs: 130_000 },
  },
  {
    name: 'seven packets in ten to two services lost',
    origin: 'Russia: packets dropped at random by subnet, February 2026',
    world: losing(['messenger', 'vk'], 70),
    network: ['normal'],
    services: { messenger: nearlyDead, vk: nearlyDead },
    others: ok,
    steadyRounds: 3,
    withinMs: 95_000,
    firefox: {
      steadyRounds: 0,
      withinMs: 130_000,
      services: { messenger: inFirstCheck, vk: inFirstCheck },
      why: 'what is silent over a connection that got through before is set aside, and it keeps that for minutes',
    },
  },
  {
    name: 'nine operators of neutral sites answer 503, beside a steady reset',
    origin: 'an outage of a network that carries half of the web',
    world: {
      http: [{ hosts: neutralBut('.debian.org', '.w3.org'), answer: { status: 503 } }],
      tls: [{ names: domains.viber, action: 'reset' }],
    },
    network: ['normal'],
    services: { viber: resetByName },
    others: ok,
  },
  {
    name: 'certificates of four neutral operators forged, and of nobody else',
    origin: 'an interceptor with a list of large sites',
    world: {
      tls: [
        {
          names: [
            '.google.com',
            '.gstatic.com',
            '.cloudflare.com',
            '.wikipedia.org',
            '.github.com',
          ],
          action: 'forged',
        },
      ],
    },
    network: ['normal', 'degraded'],
    // An authority of their own is good news only while neutral certificates are.
    services: {
      signal: { states: ['ok', 'insufficient'] },
      facetime: { states: ['ok', 'insufficient'] },
    },
    others: ok,
  },
  {
    name: 'one neutral site alone answers, beside silence after the server name',
    origin: 'filters of whole hosting companies',
    world: {
      tls: [
        { names: neutralBut('.w3.org'), action: 'silent' },
        { names: domains.signal, action: 'silent' },
      ],
    },
    network: ['normal', 'degraded'],
    services: {
      signal: {
        states: ['blocked', 'likely_blocked', 'insufficient'],
        mechanisms: [...(silentByName.mechanisms ?? [])],
      },
    },
    others: { states: ['ok', 'insufficient'] },
  },
  {
    name: 'controls at home and portal checks dead, beside a steady reset',
    origin: 'a line abroad of a person whose clock says Moscow',
    world: {
      addressRules: [{ targets: [...controlsOf('RU'), ...portalChecks], action: 'drop' }],
      tls: [{ names: domains.discord, action: 'reset' }],
    },
    network: ['normal'],
    services: { discord: resetByName },
    others: ok,
  },
  {
    name: 'half of all handshakes with every name are hung up on',
    origin: 'an overloaded translator of addresses',
    world: { tls: [{ names: ['*'], action: 'close', percent: 50 }] },
    network: ['normal', 'degraded'],
    others: {
      states: ['ok', 'insufficient', 'impaired'],
      mechanisms: ['reset', 'tls.reset'],
      mechanismIsOptional: true,
    },
  },
  {
    name: 'half of all handshakes with one service reset, three rounds long',
    origin: 'a filter on one of two ways',
    world: { tls: [share(domains.signal, 'reset', 50)] },
    steadyRounds: 2,
    network: ['normal'],
    services: {
      signal: {
        states: ['ok', 'impaired', 'likely_blocked'],
        mechanisms: [...cut],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  {
    name: 'nine of ten handshakes with neutral sites met with silence, beside a steady reset',
    origin: 'content networks under a filter that lets some through',
    world: {
      tls: [share(neutralNames, 'silent', 90), { names: domains.viber, action: 'reset' }],
    },
    network: ['normal', 'degraded'],
    services: {
      viber: {
        states: ['blocked', 'likely_blocked', 'insufficient'],
        mechanisms: [...cut],
        mechanismIsOptional: true,
      },
    },
    others: { states: ['ok', 'insufficient'] },
    withinMs: 120_000,
  },
  {
    name: 'a third of all handshakes hung up on, beside a steady reset',
    origin: 'an overloaded translator on a filtered line',
    world: {
      tls: [{ names: domains.viber, action: 'reset' }, share(['*'], 'close', 33)],
    },
    network: ['normal', 'degraded'],
    services: {
      viber: {
        states: ['blocked', 'likely_blocked', 'insufficient'],
        mechanisms: [...cut],
        mechanismIsOptional: true,
      },
    },
    others: {
      states: ['ok', 'insufficient', 'impaired'],
      mechanisms: ['reset', 'tls.reset'],
      mechanismIsOptional: true,
    },
  },
  {
    name: 'one handshake in twenty met with silence, whoever is called, round after round',
    origin: 'a bad line of an operator',
    world: { tls: [share(['*'], 'silent', 5)] },
    steadyRounds: 2,
    network: ['normal', 'degraded'],
    others: ok,
  },
  {
    name: 'three handshakes in ten end in an alert, whoever is called, round after round',
    origin: 'an overloaded box on the way of everything',
    world: { tls: [share(['*'], 'alert', 30)] },
    steadyRounds: 3,
    network: ['normal', 'degraded'],
    // Of sixty targets one fails five times in a row by chance, which a check alone may say, and nobody is shown.
    others: {
      states: ['ok', 'insufficient', 'impaired'],
      shown: ['ok', 'insufficient'],
      mechanisms: ['tls.alert'],
      mechanismIsOptional: true,
    },
  },
  {
    name: "nineteen of twenty certificates of Telegram's sites forged, its data centres alive",
    origin: 'interception on nearly all of the parallel lines',
    world: { tls: [share(domains.telegram, 'forged', 95)] },
    steadyRounds: 1,
    network: ['normal'],
    services: { telegram: { states: ['impaired'], mechanisms: ['tls.mitm'], scope: 'service' } },
    others: ok,
  },
  {
    name: 'witnesses, portal checks, resolvers and sites at home are dead, and packets are lost',
    origin: 'a strict office abroad on a weak Wi-Fi',
    world: {
      lossPercent: 12,
      addressRules: [
        {
          targets: [
            ...neutralNames.slice(4),
            ...portalChecks,
            ...controlsOf('RU'),
            ...resolverNames,
            ...resolverAddresses,
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal', 'degraded'],
    others: either(ok, gap),
    withinMs: 130_000,
  },
  {
    name: 'half of the certificates of one service forged, and its other handshakes reset',
    origin: 'two machines of different kinds on parallel lines',
    world: { tls: [share(domains.viber, 'forged', 50), { names: domains.viber, action: 'reset' }] },
    steadyRounds: 1,
    network: ['normal'],
    services: {
      viber: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['tls.mitm', ...cut],
        scope: 'service',
      },
    },
    others: ok,
  },
  {
    name: 'three certificates in ten forged, wherever handshakes lead',
    origin: 'one of three machines that share the traffic of an office',
    world: { tls: [share(['*'], 'forged', 30)] },
    steadyRounds: 1,
    network: ['normal', 'degraded'],
    // It was seen beside answers, and of no service alone.
    others: {
      states: ['ok', 'insufficient', 'impaired'],
      mechanisms: ['tls.mitm'],
      mechanismIsOptional: true,
    },
  },
  {
    name: 'three requests in five to one service read and cut off',
    origin: 'servers that crash at times; their addresses complete every handshake',
    world: {
      http: [{ hosts: domains.discord, scheme: 'https', percent: 60, answer: 'reset' }],
    },
    steadyRounds: 1,
    network: ['normal'],
    services: {
      discord: {
        states: ['ok', 'impaired', 'likely_blocked'],
        mechanisms: ['reset'],
        mechanismIsOptional: true,
      },
    },
    others: ok,
  },
  {
    name: 'certificates of three neutral operators expired, and those of one service forged',
    origin: 'a list of large sites whose certificates lapsed, on a line with an interceptor',
    world: {
      tls: [
        { names: ['.google.com', '.gstatic.com', '.github.com'], action: 'expired' },
        { names: domains.viber, action: 'forged' },
      ],
    },
    network: ['normal', 'degraded'],
    services: { viber: forged },
    others: ok,
  },
];
