import { plainDataCentres, serviceNames } from './known-names.ts';
import type { Expectation, Scenario } from './scenario.ts';

const ok: Expectation = { states: ['ok'] };
const gap: Expectation = { states: ['insufficient'] };

/** Seeds of the lab's scenarios, each for one kind of interference or of benign trouble. */
export const scenarios: Scenario[] = [
  { name: 'all clear', origin: 'all clear', world: {}, network: ['normal'], others: ok, withinMs: 3_000 },
  {
    name: "WhatsApp's names removed from the system resolver",
    world: {
      dns: [{ names: ['.whatsapp.com', '.whatsapp.net', '.wa.me'], answer: 'nxdomain' }],
      doh: { yandex: [{ names: ['*'], answer: 'silent' }] },
    },
    network: ['normal'],
    services: {
      whatsapp: {
        states: ['blocked'],
        mechanisms: ['dns.error'],
        scope: 'service',
        locus: 'network',
      },
    },
    others: ok,
  },
  {
    name: "WhatsApp's names removed, and a national resolver says so",
    world: { dns: [{ names: ['.whatsapp.com', '.whatsapp.net', '.wa.me'], answer: 'nxdomain' }] },
    network: ['normal'],
    services: { whatsapp: { states: ['blocked'], mechanisms: ['dns.nxdomain', 'dns.error'] } },
    others: ok,
  },
  {
    name: 'whatsapp.com removed, whatsapp.net alive',
    world: { dns: [{ names: ['.whatsapp.com'], answer: 'nxdomain' }] },
    network: ['normal'],
    services: { whatsapp: { states: ['blocked'], mechanisms: ['dns.nxdomain', 'dns.error'] } },
    others: ok,
  },
  {
    name: 'a service whose name nobody knows',
    world: {
      dns: [{ names: ['.viber.com'], answer: 'nxdomain' }],
      doh: {
        'cloudflare-ip': [{ names: ['.viber.com'], answer: 'nxdomain' }],
        cloudflare: [{ names: ['.viber.com'], answer: 'nxdomain' }],
        google: [{ names: ['.viber.com'], answer: 'nxdomain' }],
        quad9: [{ names: ['.viber.com'], answer: 'nxdomain' }],
        adguard: [{ names: ['.viber.com'], answer: 'nxdomain' }],
        dnssb: [{ names: ['.viber.com'], answer: 'nxdomain' }],
      },
    },
    network: ['normal'],
    services: { viber: { states: ['down'] } },
    others: ok,
  },
  {
    name: 'TLS reset by server name',
    world: { tls: [{ names: ['.discord.com', '.discordapp.com'], action: 'reset' }] },
    network: ['normal'],
    services: {
      discord: {
        states: ['likely_blocked'],
        mechanisms: ['reset'],
        confidence: ['low', 'medium'],
      },
    },
    others: ok,
  },
  {
    name: 'connections closed after the server name',
    world: { tls: [{ names: ['.facebook.com', '.messenger.com'], action: 'close' }] },
    network: ['normal'],
    services: {
      messenger: {
        states: ['likely_blocked'],
        mechanisms: ['reset'],
        confidence: ['low', 'medium'],
      },
    },
    others: ok,
  },
  {
    name: "every service's addresses silently dropped",
    world: {
      addressRules: [
        { targets: [...Object.values(serviceNames).flat(), ...plainDataCentres], action: 'drop' },
      ],
    },
    network: ['normal'],
    others: {
      states: ['likely_blocked'],
      mechanisms: ['timeout', 'tcp.timeout'],
      confidence: ['low', 'medium'],
      scope: 'service',
    },
    withinMs: 60_000,
  },
  {
    name: "Telegram's data centres dropped while its web works",
    world: { addressRules: [{ targets: plainDataCentres, action: 'drop' }] },
    network: ['normal'],
    services: { telegram: { states: ['impaired'], mechanisms: ['timeout', 'tcp.timeout'] } },
    others: ok,
  },
  {
    name: 'connections refused',
    world: { addressRules: [{ targets: ['www.snapchat.com'], action: 'refuse' }] },
    network: ['normal'],
    services: { snapchat: { states: ['likely_blocked'], mechanisms: ['tcp.refused'] } },
    others: ok,
  },
  {
    name: 'offline behind a link that is up',
    world: { offline: true },
    network: ['offline'],
    others: gap,
    withinMs: 15_000,
  },
  {
    name: 'captive portal',
    world: { captivePortal: true },
    network: ['captive_portal'],
    others: gap,
  },
  { name: 'wrong clock', world: { wrongClock: true }, network: ['degraded'], others: gap },
  {
    name: 'allowlist',
    world: {
      allowlist: ['.ya.ru', '.mail.ru', '.max.ru', '.oneme.ru', '.vk.ru', '.vk.com', '.vk.me'],
    },
    network: ['allowlist'],
    services: { max: ok, vk: ok },
    others: { states: ['likely_blocked', 'insufficient'], scope: 'network' },
  },
  {
    name: '451 from the server',
    world: { http: [{ hosts: ['.viber.com'], answer: { status: 451 } }] },
    network: ['normal'],
    services: { viber: { states: ['blocked'], mechanisms: ['http.error'], locus: 'server_side' } },
    others: ok,
  },
  {
    name: '503 from the server',
    world: { http: [{ hosts: ['.snapchat.com'], answer: { status: 503 } }] },
    network: ['normal'],
    services: { snapchat: { states: ['down'], locus: 'server_side' } },
    others: ok,
  },
  {
    name: '403 and challenges are answers',
    world: { http: [{ hosts: ['.discord.com', '.facebook.com'], answer: { status: 403 } }] },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a forged certificate',
    world: { tls: [{ names: ['.messenger.com'], action: 'forged' }] },
    network: ['normal'],
    services: { messenger: { states: ['blocked'], mechanisms: ['tls.mitm'], locus: 'network' } },
    others: ok,
  },
  {
    name: 'an interceptor in front of Signal',
    world: { tls: [{ names: ['.signal.org'], action: 'forged' }] },
    network: ['normal'],
    services: { signal: { states: ['insufficient', 'blocked'] } },
    others: ok,
  },
  {
    name: 'a certificate that has expired at the service',
    world: { tls: [{ names: ['facetime.apple.com'], action: 'expired' }] },
    network: ['normal'],
    services: { facetime: { states: ['down'], locus: 'server_side' } },
    others: ok,
  },
];
