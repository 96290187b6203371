import { ok, withheld } from './expectations.ts';
import { domains, everyResolver, mute } from './names.ts';
import type { Scenario } from './scenario.ts';

const nowhere = { addresses: ['0.0.0.0'] };

/** What the catalogue asks and whom it believes: hosts that prove nothing, and resolvers that filter. */
export const catalogueScenarios: Scenario[] = [
  {
    name: 'one trusted resolver answers 0.0.0.0 for names that the network withholds',
    origin: 'a resolver with a list of advertising hosts, and Viber on it, October 2023',
    world: {
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: { adguard: [{ names: domains.viber, answer: nowhere }], ...mute },
    },
    network: ['normal'],
    // The other resolvers know the names.
    services: { viber: withheld },
    others: ok,
  },
  {
    name: 'hosts of WhatsApp that stand on lists of advertising are dead',
    origin: 'a household that filters advertising: graph.whatsapp.com on lists since 2025',
    world: { dns: [{ names: ['graph.whatsapp.com', 'dit.whatsapp.net'], answer: nowhere }] },
    network: ['normal'],
    services: { whatsapp: { ...ok, reasons: ['got-through'] } },
    others: ok,
  },
  {
    name: "Messenger's own site redirects to its page at Facebook",
    origin: 'messenger.com announced to end in April 2026',
    world: {
      http: [
        {
          hosts: ['www.messenger.com'],
          answer: { status: 301, headers: { location: 'https://www.facebook.com/messages' } },
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
  {
    name: "Messenger's own site is gone with all its names",
    origin: 'messenger.com given up some day',
    world: {
      dns: [{ names: ['.messenger.com'], answer: 'nxdomain' }],
      doh: everyResolver(['.messenger.com'], 'nxdomain'),
    },
    network: ['normal'],
    services: { messenger: { ...ok, roles: { web: ['ok'], messages: ['ok'] } } },
    others: ok,
  },
  {
    name: 'hosts without a vote are silent',
    origin: 'endpoints of which no source shows the answer',
    world: {
      addressRules: [
        {
          targets: [
            'edge-mqtt.facebook.com',
            'static.xx.fbcdn.net',
            'secure.viber.com',
            'chat-gateway-prod.chat.snapchat.com',
            'platform-api2.max.ru',
          ],
          action: 'drop',
        },
      ],
    },
    network: ['normal'],
    others: ok,
  },
];
