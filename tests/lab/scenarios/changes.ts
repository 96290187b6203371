import type { WorldDescription } from '../world/description.ts';
import {
  down,
  dropped,
  ok,
  removed,
  resetByName,
  silentByName,
  throttled,
} from './expectations.ts';
import { domains, everyResolver } from './names.ts';
import type { Scenario } from './scenario.ts';

/** What begins, ends or changes between two checks, or within one. */

const free: WorldDescription = {};
const dutch = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };
const russian = { country: 'RU', asn: 12389, address: '95.24.1.2' };

/** As at home in Russia, where names are removed, cut off and swallowed. */
const filtered: WorldDescription = {
  exit: russian,
  dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
  tls: [
    { names: domains.viber, action: 'reset' },
    { names: domains.signal, action: 'silent' },
  ],
};

const withoutViber: WorldDescription = {
  exit: russian,
  tls: [{ names: domains.viber, action: 'reset' }],
};

export const changeScenarios: Scenario[] = [
  {
    name: 'a VPN goes down between two checks',
    origin: 'a person who switches a VPN off',
    before: [{ exit: dutch }],
    world: filtered,
    network: ['normal'],
    services: {
      whatsapp: { ...removed, shown: ['ok', 'blocked'] },
      viber: { ...resetByName, shown: ['ok', 'blocked'] },
      signal: { ...silentByName, shown: ['ok', 'blocked'] },
    },
    others: ok,
  },
  {
    name: 'a VPN comes up between two checks, to a server with a filter of its own',
    origin: 'a person who switches a VPN on',
    before: [filtered],
    world: { exit: dutch, tls: [{ names: domains.vk, action: 'reset' }] },
    network: ['normal'],
    services: {
      whatsapp: { ...ok, confidence: ['low'] },
      viber: { ...ok, confidence: ['low'] },
      signal: { ...ok, confidence: ['low'] },
      vk: { ...resetByName, shown: ['ok', 'blocked'] },
    },
    others: ok,
  },
  {
    name: 'a certificate expires between two checks',
    origin: 'a service that forgot a certificate',
    before: [free],
    world: { tls: [{ names: domains.viber, action: 'expired' }] },
    network: ['normal'],
    services: { viber: { ...down, shown: ['ok', 'down'] } },
    others: ok,
  },
  {
    name: 'a freeze begins between two checks',
    origin: 'Russia: foreign hosting since June 2025',
    before: [free],
    world: { tls: [{ names: domains.discord, action: { freezeAfterBytes: 18_000 } }] },
    network: ['normal'],
    services: { discord: { ...throttled, shown: ['ok', 'impaired'] } },
    others: ok,
    firefox: { withinMs: 130_000 },
  },
  {
    name: 'a block changes from names removed to silence after the server name',
    origin: 'Russia: WhatsApp, from February to summer 2026',
    before: [
      { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
      { dns: [{ names: domains.whatsapp, answer: 'nxdomain' }] },
    ],
    world: { tls: [{ names: domains.whatsapp, action: 'silent' }] },
    network: ['normal'],
    services: { whatsapp: silentByName },
    others: ok,
  },
  {
    name: 'a block of addresses spreads from a service to a second one',
    origin: 'Russia: ranges added week by week',
    before: [{ addressRules: [{ targets: domains.snapchat, action: 'drop' }] }],
    world: { addressRules: [{ targets: [...domains.snapchat, ...domains.vk], action: 'drop' }] },
    network: ['normal'],
    services: { snapchat: dropped, vk: { ...dropped, shown: ['ok'] } },
    others: ok,
  },
  {
    name: 'behind a portal first, then past it, with a reset and withheld names',
    origin: 'a hotel in Russia',
    before: [{ captivePortal: true }],
    world: {
      tls: [{ names: domains.viber, action: 'reset' }],
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
    },
    network: ['normal'],
    services: {
      viber: { ...resetByName, shown: ['blocked', 'insufficient'] },
      whatsapp: {
        states: ['blocked', 'likely_blocked'],
        shown: ['blocked', 'likely_blocked', 'insufficient'],
        mechanisms: ['dns.nxdomain'],
      },
    },
    others: ok,
  },
  {
    name: 'a service that is blocked first and then gone from every resolver',
    origin: 'a service that closes (TamTam, 2026)',
    before: [withoutViber],
    world: {
      exit: russian,
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      doh: everyResolver(domains.viber, 'nxdomain'),
    },
    network: ['normal'],
    services: { viber: { states: ['down'], shown: ['down', 'blocked'] } },
    others: ok,
  },
];
