import { plainDataCentres } from '../network/known-names.ts';
import {
  down,
  dropped,
  either,
  forged,
  impaired,
  legallyRefused,
  ok,
  refused,
  removed,
  resetByName,
  resetOfOneName,
  silentByName,
  unanswered,
} from './expectations.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** One role of each service at a time, on a first day: what the rest of the service says then. */

const gateway = 'gateway.discord.gg';
const pictures = ['mmg.whatsapp.net', 'pps.whatsapp.net'];
const failing: Expectation['states'] = ['blocked', 'likely_blocked'];

/** Every required role gets through; something that nobody needs does not. */
function beside(by: Expectation, roles: Expectation['roles'] = {}): Expectation {
  return { ...impaired(by, roles), states: ['ok', 'impaired'], mechanismIsOptional: true };
}

/** Some required role is out of order by the service's own fault. */
function outInPart(roles: NonNullable<Expectation['roles']>): Expectation {
  return { states: ['impaired'], mechanisms: ['http.error'], mechanismIsOptional: true, roles };
}

const late: Expectation = {
  states: ['ok', 'impaired'],
  mechanisms: ['timeout', 'http.timeout', 'tls.timeout'],
  mechanismIsOptional: true,
};

export const roleScenarios: Scenario[] = [
  {
    name: 'messages of four services fail, each in a way of its own',
    origin: 'one role under four mechanisms',
    world: {
      tls: [{ names: ['chat.signal.org', 'storage.signal.org'], action: 'silent' }],
      dns: [{ names: [gateway], answer: 'nxdomain' }],
      addressRules: [{ targets: plainDataCentres, action: 'refuse' }],
      sockets: [{ hosts: ['web.whatsapp.com'], action: 'silent' }],
    },
    network: ['normal'],
    services: {
      // Media and calls are of no use without messages.
      signal: { ...either(silentByName, impaired(silentByName)), roles: { messages: failing } },
      discord: impaired(removed, { messages: failing, web: ['ok'] }),
      telegram: impaired(refused, { web: ['ok'], messages: ['likely_blocked'] }),
      whatsapp: impaired(unanswered, { web: ['ok'], media: ['ok'] }),
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'media of four services fail, each in a way of its own',
    origin: 'one role under four mechanisms',
    world: {
      tls: [
        { names: ['cdn.signal.org', 'cdn2.signal.org'], action: 'reset' },
        { names: ['cdn.discordapp.com'], action: 'forged' },
      ],
      dns: [{ names: ['.telesco.pe', 'telegram.org'], answer: 'nxdomain' }],
      addressRules: [{ targets: pictures, action: 'drop' }],
    },
    network: ['normal'],
    services: {
      signal: impaired(resetByName, { messages: ['ok'], calls: ['ok'] }),
      discord: impaired(forged, { media: ['blocked'], web: ['ok'], messages: ['ok'] }),
      whatsapp: impaired(dropped, { media: ['likely_blocked'], web: ['ok'], messages: ['ok'] }),
      telegram: beside(removed, { web: ['ok'], messages: ['ok'] }),
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'calls, registration, login, an interface and downloads fail, each in a way of its own',
    origin: 'of these roles, calls alone are required',
    world: {
      tls: [
        { names: ['v.whatsapp.net'], action: 'forged' },
        { names: ['identity.ess.apple.com'], action: 'silent' },
        { names: ['api.telegram.org'], action: 'reset' },
      ],
      http: [{ hosts: ['accounts.snapchat.com'], scheme: 'https', answer: { status: 451 } }],
      addressRules: [
        { targets: ['sfu.voip.signal.org'], action: 'refuse' },
        { targets: ['download.cdn.viber.com'], action: 'drop' },
      ],
    },
    network: ['normal'],
    services: {
      signal: impaired(refused, { calls: ['likely_blocked'], messages: ['ok'], media: ['ok'] }),
      whatsapp: beside(forged, { web: ['ok'], messages: ['ok'], registration: failing }),
      facetime: beside(silentByName, { web: ['ok'], registration: failing }),
      telegram: beside(either(resetByName, resetOfOneName), { web: ['ok'], api: failing }),
      snapchat: beside(legallyRefused, { web: ['ok'], login: failing }),
      viber: beside(dropped, { web: ['ok'], media: ['likely_blocked'] }),
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'hosts that nobody needs are forged, reset, refused by law, led away and withheld',
    origin: 'hosts without a vote',
    world: {
      tls: [
        { names: ['t.me'], action: 'forged' },
        { names: ['graph.whatsapp.com'], action: 'reset' },
        { names: ['web.snapchat.com'], action: 'expired' },
        { names: ['max.ru'], action: 'wrong-name' },
      ],
      http: [
        { hosts: ['www.messenger.com'], scheme: 'https', answer: { status: 451 } },
        {
          hosts: ['secure.viber.com'],
          scheme: 'https',
          answer: { status: 302, headers: { location: 'http://warning.rt.ru/' } },
        },
      ],
      dns: [{ names: ['api.vk.com'], answer: 'nxdomain' }],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'one role of each of five services answers 5xx',
    origin: 'outages in part',
    world: {
      http: [
        { hosts: pictures, scheme: 'https', answer: { status: 500 } },
        { hosts: ['api.vk.ru', 'api.vk.com'], scheme: 'https', answer: { status: 504 } },
        { hosts: ['accounts.snapchat.com'], scheme: 'https', answer: { status: 502 } },
        {
          hosts: plainDataCentres,
          answer: { status: 503, headers: { server: 'nginx/1.18.0' } },
        },
        { hosts: ['identity.ess.apple.com'], scheme: 'https', answer: { status: 503 } },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: outInPart({ media: ['down'], web: ['ok'], messages: ['ok'] }),
      vk: outInPart({ api: ['down'], web: ['ok'] }),
      snapchat: { ...outInPart({ web: ['ok'], login: ['down'] }), states: ['ok', 'impaired'] },
    },
    others: ok,
  },
  {
    name: 'pictures come after twelve seconds, calls after ten, data centres after nine',
    origin: 'servers under load',
    world: {
      http: [
        { hosts: pictures, scheme: 'https', delayMs: 12_000 },
        { hosts: plainDataCentres, delayMs: 9000 },
        { hosts: ['cdn.discordapp.com'], scheme: 'https', delayMs: 8000 },
      ],
      tls: [
        {
          names: ['sfu.voip.signal.org'],
          action: { bytesPerSecond: 1_000_000_000 },
          delayMs: 10_000,
        },
      ],
    },
    network: ['normal', 'degraded'],
    services: { whatsapp: late, signal: late, telegram: late, discord: late },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'the first handshakes with hosts of messages and media are cut',
    origin: 'servers that restart',
    world: {
      tls: [
        { names: ['chat.signal.org'], action: 'reset', times: 3 },
        { names: ['mmg.whatsapp.net'], action: 'reset', times: 3 },
        { names: [gateway], action: 'close', times: 3 },
        { names: ['web.telegram.org'], action: 'silent', times: 2 },
      ],
    },
    network: ['normal'],
    services: {
      signal: beside(either(resetByName, resetOfOneName)),
      whatsapp: beside(either(resetByName, resetOfOneName)),
      discord: beside(either(resetByName, resetOfOneName)),
      telegram: beside(silentByName),
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'certificates of pictures, of messages and of pages have expired, each at another service',
    origin: 'renewals that failed',
    world: {
      tls: [
        { names: [...pictures, gateway, '.web.telegram.org', 'web.max.ru'], action: 'expired' },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: outInPart({ media: ['down'], web: ['ok'] }),
      discord: outInPart({ messages: ['down'], web: ['ok'] }),
      telegram: outInPart({ web: ['down'], messages: ['ok'] }),
      max: down,
    },
    others: ok,
  },
  {
    name: 'an interceptor in front of one host of each of six services',
    origin: 'interception by a list of names',
    world: {
      tls: [
        {
          names: [
            gateway,
            'pps.whatsapp.net',
            'web.telegram.org',
            'download.cdn.viber.com',
            'vk.com',
            'storage.signal.org',
          ],
          action: 'forged',
        },
      ],
    },
    network: ['normal'],
    services: {
      discord: impaired(forged, { messages: ['blocked'], web: ['ok'] }),
      whatsapp: impaired(forged, { web: ['ok'], messages: ['ok'] }),
      telegram: impaired(forged, { messages: ['ok'] }),
      viber: beside(forged, { web: ['ok'] }),
    },
    // An authority that browsers do not know is that of VK's state, or Signal's own (contract, rule 7).
    others: ok,
  },
  {
    name: 'one role of each of three services is refused by law',
    origin: 'services that obey in part',
    world: {
      http: [
        { hosts: ['v.whatsapp.net'], scheme: 'https', answer: { status: 451 } },
        { hosts: ['discord.com'], scheme: 'https', path: '/api', answer: { status: 451 } },
        { hosts: ['web.telegram.org'], scheme: 'https', answer: { status: 451 } },
      ],
    },
    network: ['normal'],
    services: {
      whatsapp: beside(legallyRefused, { web: ['ok'], registration: failing }),
      discord: { ...impaired(legallyRefused, { api: ['blocked'] }), locus: 'server_side' },
      telegram: {
        ...impaired(legallyRefused, { messages: ['ok'], web: ['blocked'] }),
        locus: 'server_side',
      },
    },
    others: ok,
  },
  {
    name: 'sockets of five services are cut or closed right after the upgrade',
    origin: 'contract, rule 4: whatever a server says after a valid handshake',
    world: {
      sockets: [
        { hosts: [gateway, '.web.telegram.org', 'edge-chat.facebook.com'], action: 'cut' },
        { hosts: ['web.whatsapp.com', 'ws-api.oneme.ru', 'api.oneme.ru'], action: 'close' },
      ],
    },
    network: ['normal'],
    services: {
      discord: beside({ states: [], mechanisms: ['reset', 'timeout'] }, { web: ['ok'] }),
      telegram: beside({ states: [], mechanisms: ['reset'] }),
      messenger: beside({ states: [], mechanisms: ['reset'] }),
    },
    others: ok,
  },
];
