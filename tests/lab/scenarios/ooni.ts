import { plainDataCentres } from '../network/known-names.ts';
import {
  down,
  dropped,
  forged,
  impaired,
  ok,
  refused,
  removed,
  resetByName,
  resetOfOneName,
  withheld,
  withheldOnce,
} from './expectations.ts';
import { domains, mute } from './names.ts';
import type { Scenario } from './scenario.ts';

/**
 * The cases of OONI's experiments for single messengers. The cases of its web connectivity suite are in
 * the files for their mechanisms; docs/method.md lists them.
 */
export const ooniScenarios: Scenario[] = [
  {
    name: "some of Telegram's data centres dropped",
    origin: 'ooni/telegram: some endpoints blocked, which is accessible',
    world: { addressRules: [{ targets: plainDataCentres.slice(0, 5), action: 'drop' }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: "some of Telegram's data centres refuse",
    origin: 'ooni/telegram: some endpoints blocked, which is accessible',
    world: { addressRules: [{ targets: plainDataCentres.slice(0, 3), action: 'refuse' }] },
    network: ['normal'],
    others: ok,
    core: true,
  },
  {
    name: "all of Telegram's data centres refuse",
    origin: 'ooni/telegram: all endpoints blocked',
    world: { addressRules: [{ targets: plainDataCentres, action: 'refuse' }] },
    network: ['normal'],
    services: { telegram: impaired(refused, { web: ['ok'], messages: ['likely_blocked'] }) },
    others: ok,
  },
  {
    name: "Telegram's web withheld by the resolver",
    origin: 'ooni/telegram: web blocked by DNS',
    world: { dns: [{ names: ['web.telegram.org'], answer: 'nxdomain' }], doh: mute },
    network: ['normal'],
    services: {
      telegram: impaired(withheldOnce, { web: ['likely_blocked'], messages: ['ok'] }),
    },
    others: ok,
  },
  {
    name: "Telegram's web reset by server name",
    origin: 'ooni/telegram: web blocked by TLS',
    world: { tls: [{ names: ['web.telegram.org'], action: 'reset' }] },
    network: ['normal'],
    services: {
      telegram: impaired(resetOfOneName, { web: ['likely_blocked'], messages: ['ok'] }),
    },
    others: ok,
  },
  {
    name: "Telegram's web answers 500",
    origin: 'ooni/telegram: web fails by HTTP',
    world: { http: [{ hosts: ['web.telegram.org'], answer: { status: 500 } }] },
    network: ['normal'],
    services: {
      telegram: impaired(
        { states: ['down'], mechanisms: ['http.error'] },
        { web: ['down'], messages: ['ok'] },
      ),
    },
    others: ok,
  },
  {
    name: "Telegram's web and data centres dropped",
    origin: 'ooni/telegram: everything blocked',
    world: {
      addressRules: [{ targets: [...domains.telegram, ...plainDataCentres], action: 'drop' }],
    },
    network: ['normal'],
    services: { telegram: dropped },
    others: ok,
  },
  {
    name: "WhatsApp's web withheld by the resolver",
    origin: 'ooni/whatsapp: web blocked by DNS',
    world: { dns: [{ names: ['web.whatsapp.com'], answer: 'nxdomain' }] },
    network: ['normal'],
    // Its media get through, but are useless without a login.
    services: { whatsapp: { ...removed, roles: { web: ['blocked'], registration: ['ok'] } } },
    others: ok,
  },
  {
    name: "WhatsApp's web reset by server name",
    origin: 'ooni/whatsapp: web blocked by TLS',
    world: { tls: [{ names: ['web.whatsapp.com'], action: 'reset' }] },
    network: ['normal'],
    services: {
      whatsapp: { ...resetOfOneName, roles: { web: ['likely_blocked'], registration: ['ok'] } },
    },
    others: ok,
    core: true,
  },
  {
    name: "WhatsApp's web dropped",
    origin: 'ooni/whatsapp: web blocked by TCP',
    world: { addressRules: [{ targets: ['web.whatsapp.com'], action: 'drop' }] },
    network: ['normal'],
    services: {
      whatsapp: { ...dropped, roles: { web: ['likely_blocked'], registration: ['ok'] } },
    },
    others: ok,
  },
  {
    name: "WhatsApp's web answers 503",
    origin: 'ooni/whatsapp: web fails by HTTP',
    world: { http: [{ hosts: ['web.whatsapp.com'], answer: { status: 503 } }] },
    network: ['normal'],
    services: { whatsapp: { ...down, roles: { web: ['down'] } } },
    others: ok,
  },
  {
    name: "WhatsApp's registration alone reset by server name",
    origin: 'ooni/whatsapp: registration server blocked',
    world: { tls: [{ names: ['v.whatsapp.net'], action: 'reset' }] },
    network: ['normal'],
    // A person with an account does not need it.
    services: { whatsapp: { ...ok, roles: { registration: ['likely_blocked'], web: ['ok'] } } },
    others: ok,
  },
  {
    name: "WhatsApp's registration alone withheld by the resolver",
    origin: 'ooni/whatsapp: registration server blocked',
    world: { dns: [{ names: ['v.whatsapp.net'], answer: 'nxdomain' }] },
    network: ['normal'],
    services: {
      whatsapp: { ...ok, roles: { registration: ['blocked', 'likely_blocked'], web: ['ok'] } },
    },
    others: ok,
  },
  {
    name: "WhatsApp's endpoints for its own program dropped",
    origin: 'ooni/whatsapp: all endpoints blocked',
    world: { addressRules: [{ targets: ['e1.whatsapp.net'], action: 'drop' }] },
    network: ['normal'],
    // They do not use TLS, so no browser can probe them.
    others: ok,
  },
  {
    name: "Signal's names withheld by the resolver",
    origin: 'ooni/signal: blocked by DNS',
    world: { dns: [{ names: domains.signal, answer: 'nxdomain' }], doh: mute },
    network: ['normal'],
    services: { signal: withheld },
    others: ok,
  },
  {
    name: "one of Signal's names withheld by the resolver",
    origin: 'ooni/signal: blocked by DNS',
    world: { dns: [{ names: ['storage.signal.org'], answer: 'nxdomain' }] },
    network: ['normal'],
    // Messages need both hosts, media and calls need messages; the contract leaves open the state of a role
    // if one of its two hosts gets through.
    services: {
      signal: {
        ...removed,
        states: ['blocked', 'impaired'],
        roles: { messages: ['blocked', 'impaired'] },
      },
    },
    others: ok,
  },
  {
    name: "Signal's addresses dropped",
    origin: 'ooni/signal: blocked by TCP',
    world: { addressRules: [{ targets: domains.signal, action: 'drop' }] },
    network: ['normal'],
    services: { signal: dropped },
    others: ok,
  },
  {
    name: 'Signal reset by server name',
    origin: 'ooni/signal: blocked by TLS',
    world: { tls: [{ names: domains.signal, action: 'reset' }] },
    network: ['normal'],
    services: { signal: resetByName },
    others: ok,
  },
  {
    name: "Signal's own hosts behind another authority that nobody knows",
    origin: 'ooni/signal: wrong certificate authority',
    world: { tls: [{ names: ['chat.signal.org', 'storage.signal.org'], action: 'forged' }] },
    network: ['normal'],
    // Chromium does not distinguish one unknown authority from another, and so neither do we.
    others: ok,
  },
  {
    name: "Signal's own hosts with expired certificates",
    origin: 'ooni/signal: wrong certificate',
    world: { tls: [{ names: ['chat.signal.org'], action: 'expired' }] },
    network: ['normal'],
    // Both the authority and the date are wrong; the browser names one of them.
    services: { signal: { states: ['ok', 'down'], scope: 'service' } },
    others: ok,
  },
  {
    name: "Messenger's endpoints withheld by the resolver",
    origin: 'ooni/facebook_messenger: blocked by DNS',
    world: { dns: [{ names: domains.messenger, answer: 'nxdomain' }] },
    network: ['normal'],
    services: { messenger: removed },
    others: ok,
  },
  {
    name: "Messenger's endpoints dropped",
    origin: 'ooni/facebook_messenger: blocked by TCP',
    world: { addressRules: [{ targets: domains.messenger, action: 'drop' }] },
    network: ['normal'],
    services: { messenger: dropped },
    others: ok,
  },
  {
    name: "Messenger's push alone silent by server name",
    origin: 'ooni/facebook_messenger: edge blocked',
    world: { tls: [{ names: ['edge-mqtt.facebook.com'], action: 'silent' }] },
    network: ['normal'],
    services: {
      // It speaks another protocol, so its silence says nothing; the web client's socket uses another host.
      messenger: { ...ok, roles: { messages: ['ok'], web: ['ok'] } },
    },
    others: ok,
  },
  {
    name: "Messenger's page behind a forged certificate, its endpoints alive",
    origin: 'ooni/facebook_messenger: partly blocked',
    world: { tls: [{ names: ['www.facebook.com'], action: 'forged' }] },
    network: ['normal'],
    services: { messenger: { ...forged, roles: { web: ['blocked'], messages: ['ok'] } } },
    others: ok,
  },
];
