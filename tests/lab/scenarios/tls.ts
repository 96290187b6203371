import {
  cutOff,
  down,
  either,
  forged,
  gap,
  handshakeFails,
  impaired,
  ok,
  resetByName,
  resetOfOneName,
  silentByName,
  unanswered,
} from './expectations.ts';
import { domains, mute, resolverAddresses, resolverNames } from './names.ts';
import type { Scenario } from './scenario.ts';

/** Server names and certificates. */
export const tlsScenarios: Scenario[] = [
  {
    name: 'TLS reset by server name',
    origin: 'ooni/webconnectivityqa: tlsBlockingConnectionResetWithConsistentDNS',
    world: { tls: [{ names: ['.discord.com', '.discordapp.com'], action: 'reset' }] },
    network: ['normal'],
    services: { discord: resetByName },
    others: ok,
    core: true,
  },
  {
    name: 'TLS reset by server name, in the build that may not reach addresses',
    origin: 'the same without a pair',
    world: { tls: [{ names: ['.discord.com', '.discordapp.com'], action: 'reset' }] },
    browser: { hostsByNameOnly: true },
    network: ['normal'],
    services: { discord: cutOff },
    others: ok,
  },
  {
    name: 'TLS reset by server name where a program invents the addresses of all names',
    origin: 'a dead server behind one rule of such a program looks the same',
    world: {
      dns: [{ names: ['*'], answer: { addresses: ['198.18.0.5'] } }],
      tls: [{ names: ['.discord.com', '.discordapp.com'], action: 'reset' }],
    },
    network: ['normal'],
    services: { discord: cutOff },
    others: ok,
  },
  {
    name: 'TLS reset by server name while every DoH resolver is blocked',
    origin: 'the same without a pair',
    world: {
      doh: mute,
      tls: [{ names: [...domains.discord, ...resolverNames], action: 'reset' }],
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    },
    network: ['normal'],
    services: { discord: cutOff },
    others: ok,
  },
  {
    name: 'TLS reset some time after the server name',
    origin: 'Russia: forged RST 30 to 50 ms after the ClientHello',
    world: { tls: [{ names: domains.messenger, action: 'reset', delayMs: 40 }] },
    network: ['normal'],
    services: { messenger: resetByName },
    others: ok,
  },
  {
    name: 'connections closed after the server name',
    origin: 'Russia: web.whatsapp.com closed after the ClientHello, August 2026',
    world: { tls: [{ names: ['.facebook.com', '.messenger.com'], action: 'close' }] },
    network: ['normal'],
    services: { messenger: resetByName },
    others: ok,
  },
  {
    name: 'silence after the server name',
    origin: 'Russia: packets dropped once the server name was seen',
    world: { tls: [{ names: domains.viber, action: 'silent' }] },
    network: ['normal'],
    services: { viber: silentByName },
    others: ok,
    core: true,
  },
  {
    name: 'silence after the server names of five services',
    origin: 'the same for many services at once, as in Russia since February 2026',
    world: {
      tls: [
        {
          names: [
            ...domains.viber,
            ...domains.signal,
            ...domains.discord,
            ...domains.snapchat,
            ...domains.whatsapp,
          ],
          action: 'silent',
        },
      ],
    },
    network: ['normal'],
    services: {
      viber: silentByName,
      signal: silentByName,
      discord: silentByName,
      snapchat: silentByName,
      whatsapp: silentByName,
    },
    others: ok,
  },
  {
    name: 'silence after the server name, in the build that may not reach addresses',
    origin: 'the same without a pair',
    world: { tls: [{ names: domains.viber, action: 'silent' }] },
    browser: { hostsByNameOnly: true },
    network: ['normal'],
    // The browser abandons a silent handshake after 30 s, which reveals the layer, not the cause.
    services: {
      viber: { ...unanswered, mechanisms: ['timeout', 'tls.timeout'], deepest: ['tls.timeout'] },
    },
    others: ok,
    core: true,
  },
  {
    name: 'an alert after the server name',
    origin: 'a filter that answers with an alert',
    world: { tls: [{ names: domains.snapchat, action: 'alert' }] },
    network: ['normal'],
    services: { snapchat: handshakeFails },
    others: ok,
    core: true,
  },
  {
    name: 'plain HTTP in answer to a ClientHello',
    origin: 'a filter that answers with a page',
    world: { tls: [{ names: domains.facetime, action: 'plaintext' }] },
    network: ['normal'],
    services: { facetime: handshakeFails },
    others: ok,
  },
  {
    name: 'a forged certificate',
    origin: 'ooni/webconnectivityqa: badSSLWithUnknownAuthorityWithConsistentDNS',
    world: { tls: [{ names: ['.facebook.com'], action: 'forged' }] },
    network: ['normal'],
    services: { messenger: forged },
    others: ok,
    core: true,
  },
  {
    name: 'a certificate of another name',
    origin: 'ooni/webconnectivityqa: badSSLWithWrongServerName',
    world: { tls: [{ names: domains.viber, action: 'wrong-name' }] },
    network: ['normal'],
    // The contract covers untrusted certificates; a trusted certificate for another name is left open.
    services: {
      viber: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['tls.mitm'],
        deepest: ['tls.mitm'],
        scope: 'service',
      },
    },
    others: ok,
  },
  {
    name: 'a certificate that has expired at the service',
    origin: 'ooni/webconnectivityqa: badSSLWithExpiredCertificate',
    world: { tls: [{ names: ['facetime.apple.com'], action: 'expired' }] },
    network: ['normal'],
    services: { facetime: down },
    others: ok,
    core: true,
  },
  {
    name: "a certificate that has expired at a service's side host",
    origin: 'a service that forgot a certificate',
    world: { tls: [{ names: ['accounts.snapchat.com'], action: 'expired' }] },
    network: ['normal'],
    services: { snapchat: { ...ok, roles: { login: ['down'], web: ['ok'] } } },
    others: ok,
  },
  {
    name: 'an interceptor in front of Signal',
    origin: 'interception of all names of a service',
    world: { tls: [{ names: ['.signal.org'], action: 'forged' }] },
    network: ['normal'],
    // Its own hosts fail as always; its public ones reveal the interceptor.
    services: { signal: { ...either(forged, gap), scope: 'service' } },
    others: ok,
  },
  {
    name: "only Signal's public site intercepted",
    origin: 'interception of one name',
    world: { tls: [{ names: ['signal.org', 'updates.signal.org'], action: 'forged' }] },
    network: ['normal'],
    // Its other hosts, under an authority of its own, look alike with interception and without (contract, rule 7).
    services: { signal: { ...forged, roles: { web: ['blocked'] } } },
    others: ok,
  },
  {
    name: "Signal's public site reset by server name",
    origin: 'a filter of a list that is not complete',
    world: { tls: [{ names: ['signal.org', 'updates.signal.org'], action: 'reset' }] },
    network: ['normal'],
    services: { signal: { ...ok, roles: { web: ['blocked'], messages: ['ok'] } } },
    others: ok,
  },
  {
    name: "only a service's media reset by server name",
    origin: 'Russia: media withheld, text alive',
    world: { tls: [{ names: ['mmg.whatsapp.net', 'pps.whatsapp.net'], action: 'reset' }] },
    network: ['normal'],
    services: { whatsapp: impaired(resetByName, { web: ['ok'], media: ['blocked'] }) },
    others: ok,
    core: true,
  },
  {
    name: "only a service's calls silent",
    origin: 'Russia: calls limited, August 2025',
    world: { tls: [{ names: ['sfu.voip.signal.org'], action: 'silent' }] },
    network: ['normal'],
    services: {
      // One name at one address: a pair needs two of either.
      signal: impaired(
        { ...silentByName, deepest: ['tls.timeout'] },
        { messages: ['ok'], calls: ['blocked', 'likely_blocked'] },
      ),
    },
    others: ok,
  },
  {
    name: 'one of two sibling domains reset',
    origin: 'a list that names one domain of a service',
    world: { tls: [{ names: ['.vk.com', '.snapchat.com'], action: 'reset' }] },
    network: ['normal'],
    // Either of VK's two domains suffices.
    services: { snapchat: resetByName, vk: { ...ok, roles: { web: ['ok'], api: ['ok'] } } },
    others: ok,
  },
  {
    name: 'a required domain reset, its siblings alive',
    origin: 'Russia: messenger.com and facebook.com are listed one by one',
    world: { tls: [{ names: ['www.facebook.com'], action: 'reset' }] },
    network: ['normal'],
    services: {
      messenger: {
        ...resetOfOneName,
        roles: { web: resetOfOneName.states, messages: ['ok'] },
        targets: { 'messenger/site': ['ok'] },
      },
    },
    others: ok,
  },
  {
    name: 'a name reset at some addresses only',
    origin: 'a filter on one of several paths',
    world: {
      addresses: { 'www.viber.com': ['20.1.1.1'] },
      dns: [{ names: ['www.viber.com'], answer: { addresses: ['20.1.1.2'] } }],
      tls: [{ names: domains.viber, action: 'reset', onAddresses: ['20.1.1.1'] }],
    },
    network: ['normal'],
    // The system's resolver gives the address at which the name gets through.
    others: ok,
  },
  {
    name: 'every server name reset, plain HTTP alive',
    origin: 'a filter of all TLS',
    world: { tls: [{ names: ['*'], action: 'reset' }] },
    // Some sites answer, and domestic sites are affected too: this is the contract's closest term.
    network: ['degraded'],
    others: gap,
  },
];
