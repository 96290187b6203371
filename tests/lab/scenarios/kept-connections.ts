import {
  either,
  forged,
  gap,
  impaired,
  legallyRefused,
  ok,
  removed,
  resetByName,
  resetOfOneName,
  silentByName,
  warningPage,
} from './expectations.ts';
import { domains, resolverAddresses, warning } from './names.ts';
import { toPortal } from './portal.ts';
import type { Expectation, Scenario } from './scenario.ts';

const silenced = ['whatsapp', 'viber', 'snapchat', 'discord', 'messenger'] as const;

const announced = [domains.whatsapp, domains.snapchat, domains.discord, domains.messenger].flat();
const allNames = Object.values(domains).flat();
const cut = either(resetByName, resetOfOneName);
/** Behind HTTP/3 that is silent, a browser does not tell how TCP failed: then no label is the deepest. */
const { deepest: _deepest, ...cutUnseen } = cut;

const why =
  'its requests go over connections from before, and it has no other; a check minutes later decides';

const origin = 'a censor that acts on new connections, and leaves those that are open';

/**
 * Over what was open before, Firefox cannot tell; the next round decides. Only a WebSocket, which opens a connection
 * of its own, shows the failure.
 */
function overOldConnections({ mechanisms = [] }: Expectation): Expectation {
  return { states: ['ok', 'impaired'], confidence: ['low', 'medium'], mechanisms };
}

/** Firefox keeps no connection to Signal, whose certificates it does not trust, and at times none to Viber's one host. */
function closedInFirefox(failing: Expectation): Record<string, Expectation> {
  const { locus: _locus, ...viber } = failing;
  return { signal: seenAtOnce(failing), viber: { ...viber, states: ['ok', ...viber.states] } };
}

/** Some connections have ended meanwhile, and silence on new ones is no proof. */
const silentInFirefox: Expectation = {
  ...overOldConnections(silentByName),
  states: ['ok', 'impaired', 'likely_blocked'],
};

/** Seen as failing in the first round after it began, and shown so at once or once it is confirmed. */
function seenAtOnce(failing: Expectation): Expectation {
  return { ...failing, shown: ['ok', ...failing.states] };
}

const three = ['snapchat', 'discord', 'messenger'] as const;
const threeNames = three.flatMap((id) => domains[id]);

function ofThree(expected: Expectation): Record<string, Expectation> {
  return Object.fromEntries(three.map((id) => [id, expected]));
}

/** What opens over connections from before may still be said to. */
const keptInFirefox: Expectation = { states: ['ok', 'insufficient'] };

/**
 * A round in the open internet, and at once another one in a world whose censor acts on names and handshakes:
 * the browser's connections of the first round still live.
 */
export const keptConnectionScenarios: Scenario[] = [
  {
    name: "all services' names removed while connections to them stay open",
    origin,
    world: { dns: [{ names: allNames, answer: 'nxdomain' }], keepsConnections: true },
    before: [{}],
    network: ['normal'],
    resolverPath: ['system', 'unknown'],
    services: { telegram: seenAtOnce(impaired(removed, { messages: ['ok'] })) },
    others: seenAtOnce(removed),
    firefox: {
      services: { telegram: overOldConnections(removed), ...closedInFirefox(removed) },
      others: overOldConnections(removed),
      why,
    },
  },
  {
    name: "handshakes with all services' names reset while connections to them stay open",
    origin,
    world: { tls: [{ names: allNames, action: 'reset' }], keepsConnections: true },
    before: [{}],
    network: ['normal'],
    services: { telegram: seenAtOnce(impaired(cut, { messages: ['ok'] })) },
    others: seenAtOnce(cut),
    firefox: {
      services: { telegram: overOldConnections(cut), ...closedInFirefox(cut) },
      others: overOldConnections(cut),
      why,
    },
  },
  {
    name: 'handshakes reset with names of servers that announced HTTP/3, whose packets are lost',
    origin:
      'a censor that resets TCP and drops QUIC (Iran, Türkiye), after a day on which all was open',
    world: { http3: announced, tls: [{ names: announced, action: 'reset' }] },
    before: [{ http3: announced }],
    network: ['normal'],
    services: Object.fromEntries(
      ['whatsapp', 'snapchat', 'discord', 'messenger'].map((id) => [id, seenAtOnce(cut)]),
    ),
    others: ok,
  },
  {
    name: 'handshakes reset with names whose records announced HTTP/3, whose packets are lost',
    origin:
      'a censor that resets TCP and drops QUIC, and names whose records announce HTTP/3 (Cloudflare)',
    world: { http3InDns: announced, tls: [{ names: announced, action: 'reset' }] },
    network: ['normal'],
    services: Object.fromEntries(
      ['whatsapp', 'snapchat', 'discord', 'messenger'].map((id) => [
        id,
        { ...cutUnseen, mechanismIsOptional: true },
      ]),
    ),
    others: ok,
  },
  {
    name: 'servers that announced HTTP/3, whose packets are lost',
    origin: 'a provider that drops QUIC, and nothing else',
    world: { http3: announced },
    before: [{ http3: announced }],
    network: ['normal'],
    others: ok,
  },
  {
    name: "WhatsApp's names removed while connections to it stay open",
    origin,
    world: { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }], keepsConnections: true },
    before: [{}],
    network: ['normal'],
    resolverPath: ['system', 'unknown'],
    // One round after one that got through: the change may await confirmation.
    services: { whatsapp: { ...removed, shown: ['ok', 'blocked'] } },
    others: ok,
    firefox: { services: { whatsapp: overOldConnections(removed) }, why },
  },
  {
    name: "handshakes with Telegram's names reset while connections to it stay open",
    origin,
    world: { tls: [{ names: domains.telegram, action: 'reset' }], keepsConnections: true },
    before: [{}],
    network: ['normal'],
    services: {
      telegram: {
        ...impaired(either(resetByName, resetOfOneName), {
          web: ['blocked', 'likely_blocked'],
          messages: ['ok'],
        }),
        shown: ['ok', 'impaired'],
      },
    },
    others: ok,
    firefox: { services: { telegram: overOldConnections(resetByName) }, why },
  },
  {
    name: "five services' names met with silence while connections to them stay open",
    origin,
    world: {
      tls: [{ names: silenced.flatMap((id) => domains[id]), action: 'silent' }],
      keepsConnections: true,
    },
    before: [{}],
    network: ['normal'],
    services: Object.fromEntries(
      silenced.map((id) => [id, { ...silentByName, shown: ['ok', ...silentByName.states] }]),
    ),
    others: ok,
    firefox: {
      services: Object.fromEntries(silenced.map((id) => [id, silentInFirefox])),
      why,
    },
  },
  {
    name: 'a portal that resets new handshakes while connections from before stay open',
    origin: 'a café whose portal asks guests to sign in again, and lets what is open end by itself',
    world: {
      tls: [{ names: ['*'], action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'refuse' }],
      http: [toPortal],
      keepsConnections: true,
    },
    before: [{}],
    network: ['captive_portal'],
    others: gap,
    firefox: { network: ['normal', 'captive_portal'], others: keptInFirefox, why },
  },
  {
    name: 'every new handshake is reset while connections from before stay open',
    origin: 'a router or firewall that is out of order, and still knows what it let through',
    world: {
      tls: [{ names: ['*'], action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'refuse' }],
      keepsConnections: true,
    },
    before: [{}],
    network: ['degraded'],
    others: gap,
    firefox: { network: ['normal', 'degraded'], others: keptInFirefox, why },
  },
  {
    name: 'certificates forged of servers that announced HTTP/3, whose packets are lost',
    origin: 'an interceptor of TCP that drops QUIC, after a day on which all was open',
    world: { http3: announced, tls: [{ names: threeNames, action: 'forged' }] },
    before: [{ http3: announced }],
    network: ['normal'],
    services: ofThree(seenAtOnce(forged)),
    others: ok,
  },
  {
    name: 'names removed of servers that announced HTTP/3, whose packets are lost',
    origin: 'a list of names, after a day on which all was open',
    world: { http3: announced, dns: [{ names: threeNames, answer: 'nxdomain' }] },
    before: [{ http3: announced }],
    network: ['normal'],
    services: ofThree(seenAtOnce(removed)),
    others: ok,
  },
  {
    name: 'servers that announced HTTP/3 answer three services with a redirect to a warning page, and a fourth with 451',
    origin: 'an interceptor with a trusted root, and the law, after a day on which all was open',
    world: {
      http3: announced,
      http: [
        {
          hosts: threeNames,
          scheme: 'https',
          answer: { status: 302, headers: { location: warning } },
        },
        { hosts: domains.whatsapp, scheme: 'https', answer: { status: 451 } },
      ],
    },
    before: [{ http3: announced }],
    network: ['normal'],
    services: { ...ofThree(seenAtOnce(warningPage)), whatsapp: seenAtOnce(legallyRefused) },
    others: ok,
  },
];
